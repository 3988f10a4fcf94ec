package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
    @Test
    void a_sender_has_a_name_or_none() {
        assertThat(Sender.parse("Latchkey <no-reply@localhost>"))
                .isEqualTo(new Sender("Latchkey", "no-reply@localhost"));
        assertThat(Sender.parse(" no-reply@localhost "))
                .isEqualTo(new Sender("", "no-reply@localhost"));
        assertThat(Sender.parse("<no-reply@localhost>"))
                .isEqualTo(new Sender("", "no-reply@localhost"));
        assertThat(Sender.parse("no-reply@example.com").domain()).isEqualTo("example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Latchkey", "a@b@c", "A\r\nBcc: x <a@b>", "A <a@b> <c@d>", "A <a b@c>"})
    void what_is_no_sender_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sender.parse(text));
    }
}
