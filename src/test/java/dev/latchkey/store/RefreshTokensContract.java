package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

interface RefreshTokensContract extends StoreContract {

    private RefreshTokens refreshTokens() {
        return stores().refreshTokens();
    }

    @Test
    default void a_token_is_found_as_inserted() {
        var hash = hash();
        var session = samples().session().id();
        refreshTokens().insert(hash, session, NOW, LATER);

        assertThat(refreshTokens().find(hash))
                .contains(new RefreshTokens.Kept(session, NOW, LATER, null, null));
        assertThat(refreshTokens().find(hash())).isEmpty();
    }

    @Test
    default void an_expired_token_is_of_no_use() {
        var hash = hash();
        refreshTokens().insert(hash, samples().session().id(), NOW, LATER);

        assertThat(refreshTokens().use(hash, LATER, new byte[] {1})).isFalse();
    }

    @Test
    default void of_64_who_use_one_token_one_succeeds_and_its_successor_is_kept() {
        var hash = hash();
        refreshTokens().insert(hash, samples().session().id(), NOW, LATER);

        var outcomes = Race.run(i -> refreshTokens().use(hash, NOW, new byte[] {(byte) i}));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        var used = refreshTokens().find(hash).orElseThrow();
        assertThat(used.usedAt()).isEqualTo(NOW);
        assertThat(used.sealedSuccessor()).containsExactly(outcomes.indexOf(true));
    }

    /** The loser of a race asks for the winner's successor at once, so it must be there. */
    @Test
    default void whoever_loses_the_race_finds_the_winners_successor() {
        var hash = hash();
        refreshTokens().insert(hash, samples().session().id(), NOW, LATER);

        var successors =
                Race.run(i -> {
                    var won = refreshTokens().use(hash, NOW, new byte[] {(byte) i});
                    var kept = refreshTokens().find(hash).orElseThrow().sealedSuccessor();
                    return won ? "" + (byte) i : Arrays.toString(kept).replaceAll("[\\[\\]]", "");
                });

        assertThat(successors).containsOnly(successors.getFirst());
    }
}
