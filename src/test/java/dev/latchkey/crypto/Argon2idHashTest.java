package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class Argon2idHashTest {
    private static final Argon2Parameters SMALL = new Argon2Parameters(64, 2, 1);

    private final Argon2idHash hash = new Argon2idHash(SMALL);

    @Test
    void a_hash_is_a_phc_string_with_a_salt_of_its_own() {
        var first = hash.hash("correct horse");
        var second = hash.hash("correct horse");

        assertThat(first)
                .matches(
                        "\\$argon2id\\$v=19\\$m=64,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(first).isNotEqualTo(second);
        assertThat(hash.isOutdated(first)).isFalse();
    }

    @Test
    void the_right_password_fits_and_a_wrong_one_does_not() {
        var stored = hash.hash("correct horse");

        assertThat(hash.verify("correct horse", stored)).isTrue();
        assertThat(hash.verify("correct horsf", stored)).isFalse();
        assertThat(hash.verify("", stored)).isFalse();
    }

    @Test
    void letters_fit_however_they_are_composed() {
        var composed = hash.hash("caf\u00e9 \ufb01n");

        assertThat(hash.verify("cafe\u0301 fin", composed)).isTrue();
        assertThat(hash.verify("cafe fin", composed)).isFalse();
    }

    @Test
    void a_password_may_hold_nul_and_any_letter() {
        var stored = hash.hash("a\0b\ud83d\ude00");

        assertThat(hash.verify("a\0b\ud83d\ude00", stored)).isTrue();
        assertThat(hash.verify("a", stored)).isFalse();
    }

    @Test
    void other_parameters_verify_and_are_outdated() {
        var old = new Argon2idHash(new Argon2Parameters(128, 1, 2)).hash("correct horse");

        assertThat(hash.verify("correct horse", old)).isTrue();
        assertThat(hash.verify("wrong", old)).isFalse();
        assertThat(hash.isOutdated(old)).isTrue();
    }

    @Test
    void both_engines_read_each_others_strings() {
        var java = new Argon2idHash(SMALL, List.of());

        assertThat(java.engine()).isEqualTo("Bouncy Castle");
        assertThat(java.verify("correct horse", hash.hash("correct horse"))).isTrue();
        assertThat(hash.verify("correct horse", java.hash("correct horse"))).isTrue();
    }

    /** Each would take the machine down, or is no string of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=65,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=1024,t=1,p=17$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=8,t=1,p=2$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2Fsd$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$",
                "correct horse",
                ""
            })
    void a_string_out_of_bounds_fits_nothing(String stored) {
        assertThat(hash.verify("correct horse", stored)).isFalse();
        assertThat(hash.isOutdated(stored)).isTrue();
    }

    @Test
    void parameters_out_of_bounds_are_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Argon2Parameters(2 * 1024 * 1024, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Parameters(7, 1, 1));
    }
}
