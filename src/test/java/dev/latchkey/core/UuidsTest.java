package dev.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.UUID;

class UuidsTest {
    private static final String USUAL = "0199a000-0000-7000-8000-00000000000f";

    @Test
    void the_usual_form_is_read_in_any_case() {
        assertThat(Uuids.parse(USUAL)).contains(UUID.fromString(USUAL));
        assertThat(Uuids.parse(USUAL.toUpperCase(Locale.ROOT))).contains(UUID.fromString(USUAL));
        assertThat(Uuids.parse(Uuids.NIL.toString())).contains(Uuids.NIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "a-b-c-d-e",
                // The usual form without its leading zero, which names the same to fromString.
                "199a000-0000-7000-8000-00000000000f",
                // As long as the usual form, with its dashes elsewhere.
                "00199a000-000-7000-8000-00000000000f",
                "0199a0000000700080000000000000000f",
                "{0199a000-0000-7000-8000-00000000000f}",
                "urn:uuid:0199a000-0000-7000-8000-00000000000f",
                " 0199a000-0000-7000-8000-00000000000f",
                "\uFF10199a000-0000-7000-8000-00000000000f",
                "+199a000-0000-7000-8000-00000000000f",
                "engines",
                "-",
                ""
            })
    void nothing_else_is_one(String text) {
        assertThat(Uuids.parse(text)).isEmpty();
    }
}
