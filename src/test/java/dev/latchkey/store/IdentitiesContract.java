package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.federation.Identities.Linked;
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

    @Test
    default void the_identities_of_an_account_are_listed_oldest_first() {
        var user = samples().user().id();
        var identities = stores().identities();
        identities.link("https://z", "1", user, NOW);
        identities.link("https://a", "2", user, LATER);
        identities.link("https://a", "1", user, LATER);
        identities.link("https://a", "3", samples().user().id(), NOW);

        assertThat(identities.of(user))
                .containsExactly(
                        new Linked("https://z", "1", NOW),
                        new Linked("https://a", "1", LATER),
                        new Linked("https://a", "2", LATER));
        assertThat(identities.of(samples().user().id())).isEmpty();
    }

    @Test
    default void an_identity_is_unlinked_once_and_only_from_its_own_account() {
        var user = samples().user().id();
        var other = samples().user().id();
        var identities = stores().identities();
        identities.link("https://idp", "1", user, NOW);
        identities.link("https://idp", "2", user, NOW);

        assertThat(identities.unlink("https://idp", "1", other)).isFalse();
        assertThat(identities.unlink("https://other", "1", user)).isFalse();
        assertThat(identities.unlink("https://idp", "1", user)).isTrue();
        assertThat(identities.unlink("https://idp", "1", user)).isFalse();

        assertThat(identities.find("https://idp", "1")).isEmpty();
        assertThat(identities.of(user)).extracting(Linked::subject).containsExactly("2");
        assertThat(identities.link("https://idp", "1", other, LATER)).isTrue();
    }

    @Test
    default void of_64_who_unlink_one_identity_one_succeeds() {
        var user = samples().user().id();
        stores().identities().link("https://idp", "1", user, NOW);

        var outcomes = Race.run(_ -> stores().identities().unlink("https://idp", "1", user));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
    }

    @Test
    default void of_64_who_unlink_two_ways_in_one_way_stays() {
        var user = withoutPassword();
        stores().identities().link("https://idp", "0", user, NOW);
        stores().identities().link("https://idp", "1", user, NOW);

        var outcomes =
                Race.run(i ->
                        database()
                                .transactions()
                                .write(() ->
                                        stores().waysIn().lockAndCount(user) > 1
                                                && stores().identities()
                                                        .unlink("https://idp", "" + i % 2, user)));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().identities().of(user)).hasSize(1);
    }

    private UserId withoutPassword() {
        var user = samples().user().id();
        database()
                .sql()
                .statement("UPDATE users SET password_hash = NULL WHERE id = :id")
                .bind("id", user)
                .execute();
        return user;
    }
}
