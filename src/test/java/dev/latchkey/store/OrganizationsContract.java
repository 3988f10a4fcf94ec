package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.org.DomainClaim;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Organizations;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

interface OrganizationsContract extends StoreContract {

    private Organizations organizations() {
        return stores().organizations();
    }

    private static Organization named(long number, String slug) {
        return new Organization(new OrgId(new UUID(number, 0)), "Name", slug, "What", NOW, LATER);
    }

    @Test
    default void an_organization_is_found_by_id_and_by_slug() {
        var given = named(1, "acme");
        organizations().insert(given);

        assertThat(organizations().find(given.id())).contains(given);
        assertThat(organizations().findBySlug("acme")).contains(given);
        assertThat(organizations().findBySlug("acme\0")).isEmpty();
        assertThat(organizations().find(new OrgId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    default void of_64_who_want_one_slug_one_gets_it() {
        var outcomes =
                Race.run(i -> {
                    organizations().insert(named(i, "acme"));
                    return "inserted";
                });

        assertThat(outcomes).containsOnlyOnce("inserted");
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .hasSize(Race.RUNNERS - 1)
                .allMatch(e -> ((Refused) e).refusal().equals(new Refusal.SlugTaken()));
    }

    @Test
    default void they_list_in_order_of_id_on_both_halves_of_the_range() {
        var first = named(1, "one");
        var last = named(-1, "last");
        organizations().insert(last);
        organizations().insert(first);

        assertThat(organizations().list(null, 1)).containsExactly(first);
        assertThat(organizations().list(first.id(), 9)).containsExactly(last);
    }

    @Test
    default void a_domain_lets_people_join() {
        var acme = named(1, "acme");
        organizations().insert(acme);

        organizations().letJoin("acme.org", acme.id());
        organizations().letJoin("acme.org", acme.id());

        assertThat(organizations().joinableBy("acme.org")).containsExactly(acme);
        assertThat(organizations().joinableBy("other.org")).isEmpty();
    }

    @Test
    default void a_domain_of_an_unknown_organization_is_a_fault() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> organizations().letJoin("x.org", new OrgId(UUID.randomUUID())));
    }

    private static Organization called(long number, String name) {
        return new Organization(
                new OrgId(new UUID(number, 0)), name, "slug-" + number, "", NOW, NOW);
    }

    @Test
    default void they_are_found_by_how_their_name_begins_in_its_order() {
        for (var one :
                List.of(
                        called(4, "Ärzte"),
                        called(3, "Acme"),
                        called(2, "ACME"),
                        called(1, "Acmeon"),
                        called(5, "A_me"))) {
            organizations().insert(one);
        }

        assertThat(organizations().startingWith("aC", null, 9))
                .extracting(Organization::name)
                .containsExactly("ACME", "Acme", "Acmeon");
        assertThat(organizations().startingWith("ac", new OrgId(new UUID(2, 0)), 1))
                .extracting(Organization::name)
                .containsExactly("Acme");
        assertThat(organizations().startingWith("\u00C4RZ", null, 9)).hasSize(1);
        assertThat(organizations().startingWith("", null, 9)).hasSize(5);
        assertThat(organizations().startingWith("a%", null, 9)).isEmpty();
        assertThat(organizations().startingWith("a_", null, 9)).hasSize(1);
        assertThat(organizations().startingWith("a\0", null, 9)).isEmpty();
        assertThat(organizations().startingWith("", new OrgId(UUID.randomUUID()), 9)).isEmpty();
    }

    @Test
    default void one_is_changed_but_takes_no_others_slug() {
        organizations().insert(called(1, "One"));
        organizations().insert(called(2, "Two"));
        var changed = new Organization(new OrgId(new UUID(1, 0)), "Uno", "uno", "What", NOW, LATER);

        organizations().update(changed);

        assertThat(organizations().find(changed.id())).contains(changed);
        assertThat(organizations().startingWith("uno", null, 9)).containsExactly(changed);
        assertThat(organizations().startingWith("one", null, 9)).isEmpty();
        var taken = new Organization(changed.id(), "Uno", "slug-2", "", NOW, LATER);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> organizations().update(taken))
                .matches(e -> e.refusal().equals(new Refusal.SlugTaken()));
    }

    @Test
    default void of_64_who_want_to_be_called_the_same_one_is() {
        for (int i = 0; i < Race.RUNNERS; i++) {
            organizations().insert(called(i, "Name"));
        }

        var outcomes =
                Race.run(i -> {
                    organizations()
                            .update(
                                    new Organization(
                                            new OrgId(new UUID(i, 0)), "N", "one", "", NOW, NOW));
                    return "changed";
                });

        assertThat(outcomes).containsOnlyOnce("changed");
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .hasSize(Race.RUNNERS - 1)
                .allMatch(e -> ((Refused) e).refusal().equals(new Refusal.SlugTaken()));
    }

    @Test
    default void a_claim_is_kept_as_it_is_and_settled_once() {
        var acme = named(1, "acme");
        organizations().insert(acme);
        var claims = stores().domainClaims();
        var first = new DomainClaim("acme.org", "first", NOW);

        claims.claim(acme.id(), first);
        claims.claim(acme.id(), new DomainClaim("acme.org", "second", LATER));

        assertThat(claims.of(acme.id())).containsExactly(first);
        assertThat(claims.proven(acme.id())).isEmpty();
        var outcomes = Race.run(_ -> claims.settle(acme.id(), "acme.org"));
        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        organizations().letJoin("acme.org", acme.id());
        assertThat(claims.proven(acme.id())).containsExactly("acme.org");
        assertThat(claims.remove(acme.id(), "other.org")).isFalse();
        assertThat(claims.remove(acme.id(), "acme.org")).isTrue();
        assertThat(organizations().joinableBy("acme.org")).isEmpty();
    }
}
