package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

interface IdentitiesContract extends StoreContract {

    @Test
    default void an_identity_belongs_to_whom_it_was_linked_first() {
        var user = samples().user().id();
        var other = samples().user().id();

        assertThat(stores().identities().link("https://idp", "1", user, NOW)).isTrue();
        assertThat(stores().identities().link("https://idp", "1", other, NOW)).isFalse();
        assertThat(stores().identities().link("https://other", "1", other, NOW)).isTrue();

        assertThat(stores().identities().find("https://idp", "1")).contains(user);
        assertThat(stores().identities().find("https://other", "1")).contains(other);
        assertThat(stores().identities().find("https://idp", "1\0")).isEmpty();
    }

    @Test
    default void of_64_who_link_one_identity_one_succeeds() {
        var user = samples().user().id();

        var outcomes = Race.run(_ -> stores().identities().link("https://idp", "1", user, NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
    }
}
