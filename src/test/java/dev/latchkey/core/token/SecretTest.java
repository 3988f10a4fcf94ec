package dev.latchkey.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

class SecretTest {
    private static final int FAMILY = 46;
    private static final UUID OWNER = UUID.fromString("0192f0c1-7b3e-7abc-9def-fedcba987654");

    private static Secret secret(SecretKind kind) {
        return kind == SecretKind.SESSION_COOKIE || kind == SecretKind.REFRESH_TOKEN
                ? Secret.of(kind, OWNER)
                : Secret.random(kind);
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_is_known_by_its_kind_alone(SecretKind kind) {
        var secret = secret(kind);

        for (var other : SecretKind.values()) {
            assertThat(Secret.parse(other, secret.text()).isPresent()).isEqualTo(other == kind);
        }
        assertThat(secret.text()).isEqualTo(secret.text().toLowerCase(Locale.ROOT));
        assertThat(secret.hash()).isNotEqualTo(secret(kind).hash());
    }

    @ParameterizedTest
    @EnumSource
    void one_character_that_is_another_is_refused(SecretKind kind) {
        var text = secret(kind).text();

        for (int i = 0; i < text.length(); i++) {
            var wrong = new StringBuilder(text);
            wrong.setCharAt(i, text.charAt(i) == 'a' ? 'b' : 'a');
            assertThat(Secret.parse(kind, wrong.toString())).isEmpty();
        }
        assertThat(Secret.parse(kind, text + "a")).isEmpty();
        assertThat(Secret.parse(kind, text.substring(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_COOKIE", "REFRESH_TOKEN"})
    void what_belongs_to_something_says_to_what(SecretKind kind) {
        for (var owner : List.of(OWNER, new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID())) {
            var secret = Secret.of(kind, owner);

            assertThat(Secret.parse(kind, secret.text()).orElseThrow().owner()).isEqualTo(owner);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.random(kind));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of(SecretKind.API_TOKEN, OWNER));
    }

    /** Of one family with its predecessor, and as far from it as any other for who would guess. */
    @Test
    void a_successor_shares_the_family_and_nothing_else() {
        var first = secret(SecretKind.REFRESH_TOKEN);
        var next = first.successor();

        assertThat(Secret.parse(SecretKind.REFRESH_TOKEN, next.text())).contains(next);
        assertThat(next.text()).startsWith(first.text().substring(0, FAMILY));
        assertThat(next.text().substring(FAMILY, FAMILY + 52))
                .isNotEqualTo(first.text().substring(FAMILY, FAMILY + 52));
        assertThat(next.hash().a()).isEqualTo(first.hash().a());
        assertThat(next.hash().b()).isNotEqualTo(first.hash().b());
        assertThat(next.hash().c()).isNotEqualTo(first.hash().c());
        assertThat(next.hash().d()).isNotEqualTo(first.hash().d());
    }

    @Test
    void the_store_keeps_a_family_as_its_hash_too() {
        var one = secret(SecretKind.REFRESH_TOKEN);
        var family = TokenHash.of(one.text().substring(0, FAMILY));

        assertThat(one.hash().a()).isEqualTo(family.a());
    }

    @Test
    void each_sign_in_has_a_family_of_its_own() {
        var families = new HashSet<String>();
        IntStream.range(0, 1000)
                .mapToObj(_ -> secret(SecretKind.REFRESH_TOKEN).text())
                .forEach(text -> families.add(text.substring(0, FAMILY)));

        assertThat(families).hasSize(1000);
    }
}
