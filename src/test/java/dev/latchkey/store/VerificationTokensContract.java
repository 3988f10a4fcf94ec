package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.token.TokenHash;
import dev.latchkey.core.verification.VerificationTokens;
import dev.latchkey.core.verification.VerificationTokens.Kept;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.Optional;

interface VerificationTokensContract extends StoreContract {

    private VerificationTokens tokens() {
        return stores().verificationTokens();
    }

    private Kept insert(TokenHash hash) {
        var kept = new Kept(samples().user().id(), "ada@example.org", LATER);
        tokens().insert(hash, kept, NOW);
        return kept;
    }

    @Test
    default void a_token_is_given_once() {
        var hash = hash();
        var kept = insert(hash);

        assertThat(tokens().use(hash, NOW)).contains(kept);
        assertThat(tokens().use(hash, NOW)).isEmpty();
        assertThat(tokens().use(hash(), NOW)).isEmpty();
    }

    @Test
    default void an_expired_token_is_of_no_use() {
        var hash = hash();
        insert(hash);

        assertThat(tokens().use(hash, LATER)).isEmpty();
    }

    @Test
    default void all_of_a_user_are_used_up_together() {
        var hash = hash();
        var other = hash();
        var kept = insert(hash);
        insert(other);

        tokens().useAll(kept.user(), NOW);

        assertThat(tokens().use(hash, NOW)).isEmpty();
        assertThat(tokens().use(other, NOW)).isPresent();
    }

    @Test
    default void of_64_who_use_one_token_one_gets_it() {
        var hash = hash();
        var kept = insert(hash);

        var outcomes = Race.run(_ -> tokens().use(hash, NOW));

        assertThat(outcomes).containsOnlyOnce(Optional.of(kept));
        assertThat(outcomes).filteredOn(Optional.empty()::equals).hasSize(Race.RUNNERS - 1);
    }
}
