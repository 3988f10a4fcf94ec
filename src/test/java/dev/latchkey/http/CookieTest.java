package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class CookieTest {

    @Test
    void a_cookie_is_never_read_by_scripts_nor_sent_across_sites() {
        var cookie = new Cookie("sid", "abc", "/", true, Duration.ofMinutes(1));

        assertThat(cookie.header())
                .isEqualTo("sid=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
        assertThat(Cookie.cleared("sid", "/x", false).header())
                .isEqualTo("sid=; Path=/x; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "a\r\nb", "a,b", "\"a\"", "a\\b", "é"})
    void a_value_that_would_end_early_is_refused(String value) {
        assertThatThrownBy(() -> new Cookie("sid", value, "/", true, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
