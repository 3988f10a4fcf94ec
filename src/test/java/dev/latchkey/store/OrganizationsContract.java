package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Organizations;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

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
}
