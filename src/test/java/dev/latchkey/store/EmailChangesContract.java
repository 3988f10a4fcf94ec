package dev.latchkey.store;

import static dev.latchkey.store.Samples.email;
import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.EmailChanges;
import dev.latchkey.core.account.EmailChanges.Kept;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.Optional;

interface EmailChangesContract extends StoreContract {

    private EmailChanges changes() {
        return stores().emailChanges();
    }

    private Kept insert(TokenHash hash, UserId user) {
        var kept = new Kept(user, email("Ada@Example.org"), LATER);
        changes().insert(hash, kept, NOW);
        return kept;
    }

    @Test
    default void a_change_is_looked_at_often_and_given_once() {
        var hash = hash();
        var kept = insert(hash, samples().user().id());

        assertThat(changes().find(hash, NOW)).contains(kept);
        assertThat(changes().find(hash, NOW)).contains(kept);
        assertThat(changes().use(hash, NOW)).contains(kept);
        assertThat(changes().use(hash, NOW)).isEmpty();
        assertThat(changes().find(hash, NOW)).isEmpty();
        assertThat(changes().find(hash(), NOW)).isEmpty();
        assertThat(changes().use(hash(), NOW)).isEmpty();
    }

    @Test
    default void the_address_comes_back_as_it_was_written() {
        var hash = hash();
        insert(hash, samples().user().id());

        assertThat(changes().use(hash, NOW))
                .hasValueSatisfying(
                        kept -> assertThat(kept.email().text()).isEqualTo("Ada@Example.org"));
    }

    @Test
    default void an_expired_change_is_of_no_use() {
        var hash = hash();
        var kept = insert(hash, samples().user().id());

        assertThat(changes().find(hash, LATER)).isEmpty();
        assertThat(changes().use(hash, LATER)).isEmpty();
        assertThat(changes().use(hash, LATER.minusMillis(1))).contains(kept);
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

        changes().useAll(ada, NOW);

        assertThat(changes().use(first, NOW)).isEmpty();
        assertThat(changes().find(second, NOW)).isEmpty();
        assertThat(changes().use(other, NOW)).isPresent();
    }

    @Test
    default void of_64_who_use_one_change_one_gets_it() {
        var hash = hash();
        var kept = insert(hash, samples().user().id());

        var outcomes = Race.run(_ -> changes().use(hash, NOW));

        assertThat(outcomes).containsOnlyOnce(Optional.of(kept));
        assertThat(outcomes).filteredOn(Optional.empty()::equals).hasSize(Race.RUNNERS - 1);
    }
}
