package dev.latchkey.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.latchkey.core.key.KeyState;
import dev.latchkey.core.key.SigningKey;
import dev.latchkey.testkit.KeptSigningKeys;
import dev.latchkey.testkit.LockedTransactions;
import dev.latchkey.testkit.MovableClock;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class KeyRotationTest {
    private final KeptSigningKeys store = new KeptSigningKeys();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));

    private KeyRing ring() {
        return new KeyRing(
                store, new LockedTransactions(), new SealerAes(SealerAesTest.key(1)), clock);
    }

    private static List<String> published(KeyRing keys) throws ParseException {
        return JWKSet.parse(new String(keys.published(), StandardCharsets.UTF_8)).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private static String signed(KeyRing keys) {
        return new IdTokens(keys).sign(Map.of("sub", "x"), SigningAlgorithm.ES256);
    }

    private static boolean isBy(String token, String key) {
        return token.startsWith(JwsHeadText.of(key));
    }

    @Test
    void a_new_key_is_published_before_it_signs_and_the_old_one_until_its_tokens_are_over()
            throws ParseException {
        var here = ring();
        var there = ring();
        var old = store.all().getFirst().id();
        var token = signed(here);
        var made = here.make("ES256", clock.instant(), clock.instant().plus(KeyState.LEAD));
        store.insert(made);

        // At once: known everywhere, used nowhere.
        there.reload();
        assertThat(published(there)).containsExactlyInAnyOrder(old, made.id());
        assertThat(isBy(signed(there), old)).isTrue();

        // A quarter of an hour later it signs; a node that has not looked again takes its tokens.
        clock.advance(KeyState.LEAD);
        there.reload();
        var newer = signed(there);
        assertThat(isBy(newer, made.id())).isTrue();
        assertThat(new IdTokens(here).open(newer)).isPresent();
        assertThat(published(there)).containsExactlyInAnyOrder(old, made.id());

        // When the last token of the old key is over, it is published no more.
        clock.advance(KeyState.FAREWELL);
        there.reload();
        assertThat(published(there)).containsExactly(made.id());
        assertThat(new IdTokens(there).open(token)).as("as a hint").isPresent();
    }

    @Test
    void the_first_key_signs_however_far_ahead_the_clock_was_that_made_it() {
        store.insert(
                new SealedKeys(new SealerAes(SealerAesTest.key(1)))
                        .make(
                                SigningAlgorithm.ES256,
                                clock.instant().plusSeconds(5),
                                clock.instant().plusSeconds(5)));

        assertThat(signed(ring())).isNotEmpty();
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void states_follow_from_the_rows_and_the_time_alone() {
        var start = clock.instant();
        var keys =
                List.of(
                        key("a", start),
                        key("b", start.plusSeconds(100)),
                        key("c", start.plusSeconds(9000)));

        assertThat(KeyState.of(keys, start.plusSeconds(50)))
                .containsEntry("a", KeyState.SIGNING)
                .containsEntry("b", KeyState.WAITING);
        assertThat(KeyState.of(keys, start.plusSeconds(100)))
                .containsEntry("a", KeyState.RETIRING)
                .containsEntry("b", KeyState.SIGNING);
        assertThat(KeyState.of(keys, start.plusSeconds(9000)))
                .containsEntry("a", KeyState.OVER)
                .containsEntry("b", KeyState.RETIRING)
                .containsEntry("c", KeyState.SIGNING);
        var later = start.plusSeconds(9000).plus(KeyState.FAREWELL).minus(Duration.ofMillis(1));
        assertThat(KeyState.of(keys, later)).containsEntry("b", KeyState.RETIRING);
    }

    private static SigningKey key(String id, Instant from) {
        return new SigningKey(id, "ES256", new byte[0], from, from);
    }
}
