package dev.latchkey.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                " Ada@EXAMPLE.com ",
                "ada\uFF20example.com",
                "\uFF21da@example.com"
            })
    void an_email_is_one_however_it_is_written(String typed) {
        assertThat(LoginName.of(typed)).isEqualTo(new LoginName("ada@example.com"));
        assertThat(LoginName.of(typed).isEmail()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "ada", " ADA\n", "\uFF21\uFF24\uFF21"})
    void so_is_a_user_name(String typed) {
        assertThat(LoginName.of(typed)).isEqualTo(new LoginName("ada"));
        assertThat(LoginName.of(typed).isEmail()).isFalse();
    }

    @Test
    void what_is_no_name_is_kept_as_it_is() {
        assertThat(LoginName.of("").key()).isEmpty();
        assertThat(LoginName.of("@@").isEmail()).isTrue();
        assertThat(LoginName.of("a\0@\uD800").key()).isEqualTo("a\0@\uD800");
    }
}
