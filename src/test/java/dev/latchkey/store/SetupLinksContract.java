package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

interface SetupLinksContract extends StoreContract {

    @Test
    default void a_link_lives_until_it_is_used_or_expires() {
        var hash = hash();
        stores().setupLinks().insert(hash, LATER);

        assertThat(stores().setupLinks().isLive(hash, NOW)).isTrue();
        assertThat(stores().setupLinks().isLive(hash, LATER)).isFalse();
        assertThat(stores().setupLinks().isLive(hash(), NOW)).isFalse();
        assertThat(stores().setupLinks().use(hash, LATER)).isFalse();
        assertThat(stores().setupLinks().use(hash, NOW)).isTrue();
        assertThat(stores().setupLinks().isLive(hash, NOW)).isFalse();
    }

    @Test
    default void of_64_who_use_one_link_one_succeeds() {
        var hash = hash();
        stores().setupLinks().insert(hash, LATER);

        var outcomes = Race.run(_ -> stores().setupLinks().use(hash, NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
    }
}
