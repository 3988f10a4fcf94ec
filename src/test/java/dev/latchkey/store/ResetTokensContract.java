package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.ResetTokens;
import dev.latchkey.core.account.ResetTokens.Kept;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.Optional;

interface ResetTokensContract extends StoreContract {

    private ResetTokens tokens() {
        return stores().resetTokens();
    }

    private Kept insert(TokenHash hash, UserId user) {
        var kept = new Kept(user, "ada@example.org", LATER);
        tokens().insert(hash, kept, NOW);
        return kept;
    }

    @Test
    default void a_token_is_looked_at_often_and_given_once() {
        var hash = hash();
        var kept = insert(hash, samples().user().id());

        assertThat(tokens().find(hash, NOW)).contains(kept);
        assertThat(tokens().find(hash, NOW)).contains(kept);
        assertThat(tokens().use(hash, NOW)).contains(kept);
        assertThat(tokens().use(hash, NOW)).isEmpty();
        assertThat(tokens().find(hash, NOW)).isEmpty();
        assertThat(tokens().find(hash(), NOW)).isEmpty();
        assertThat(tokens().use(hash(), NOW)).isEmpty();
    }

    @Test
    default void an_expired_token_is_of_no_use() {
        var hash = hash();
        var kept = insert(hash, samples().user().id());

        assertThat(tokens().find(hash, LATER)).isEmpty();
        assertThat(tokens().use(hash, LATER)).isEmpty();
        assertThat(tokens().use(hash, LATER.minusMillis(1))).contains(kept);
    }

    @Test
    default void all_of_a_user_are_used_up_together_and_nobody_else_s() {
        var ada = samples().user().id();
        var first = hash();
        var second = hash();
        var other = hash();
        insert(first, ada);
        insert(second, ada);
        insert(other, samples().user().id());

        tokens().useAll(ada, NOW);

        assertThat(tokens().use(first, NOW)).isEmpty();
        assertThat(tokens().find(second, NOW)).isEmpty();
        assertThat(tokens().use(other, NOW)).isPresent();
    }

    @Test
    default void of_64_who_use_one_token_one_gets_it() {
        var hash = hash();
        var kept = insert(hash, samples().user().id());

        var outcomes = Race.run(_ -> tokens().use(hash, NOW));

        assertThat(outcomes).containsOnlyOnce(Optional.of(kept));
        assertThat(outcomes).filteredOn(Optional.empty()::equals).hasSize(Race.RUNNERS - 1);
    }
}
