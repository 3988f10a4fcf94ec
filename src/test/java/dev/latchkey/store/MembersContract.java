package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

interface MembersContract extends StoreContract {

    private Members members() {
        return stores().members();
    }

    @Test
    default void a_membership_comes_with_its_organization() {
        var user = samples().user();
        var organization = samples().organization();

        assertThat(members().add(organization.id(), user.id(), Role.OWNER, NOW)).isTrue();
        assertThat(members().add(organization.id(), user.id(), Role.MEMBER, NOW)).isFalse();

        var expected = new Membership(organization, Role.OWNER, NOW, NOW, null);
        assertThat(members().find(organization.id(), user.id())).contains(expected);
        assertThat(members().of(user.id())).containsExactly(expected);
        assertThat(members().page(organization.id(), null, 2))
                .containsExactly(new Members.Listed(user, Role.OWNER, NOW));
        assertThat(members().count(organization.id())).isEqualTo(1);
        assertThat(members().count(samples().organization().id())).isZero();
    }

    @Test
    default void the_last_used_is_first_then_the_first_joined() {
        var user = samples().user();
        var first = samples().organization();
        var second = samples().organization();
        var third = samples().organization();
        members().add(second.id(), user.id(), Role.MEMBER, NOW.plusMillis(1));
        members().add(first.id(), user.id(), Role.MEMBER, NOW);
        members().add(third.id(), user.id(), Role.MEMBER, NOW.plusMillis(2));
        members().markUsed(second.id(), user.id(), LATER);
        members().markUsed(first.id(), user.id(), LATER);
        var joinedLast = samples().organization();
        members().add(joinedLast.id(), user.id(), Role.MEMBER, LATER.plusMillis(1));

        assertThat(members().of(user.id()))
                .extracting(Membership::organization)
                .containsExactly(first, second, third, joinedLast);
    }

    @Test
    default void who_belongs_to_one_organization_uses_no_other() {
        var user = samples().user().id();
        var only = samples().organization().id();
        members().add(only, user, Role.MEMBER, NOW);

        members().markUsed(only, user, LATER);

        assertThat(members().of(user)).singleElement().extracting(Membership::lastUsedAt).isNull();
    }

    @Test
    default void roles_change_and_members_leave() {
        var user = samples().user();
        var organization = samples().organization();
        assertThat(members().setRole(organization.id(), user.id(), Role.ADMIN, NOW)).isFalse();
        members().add(organization.id(), user.id(), Role.MEMBER, NOW);

        assertThat(members().setRole(organization.id(), user.id(), new Role("auditor"), LATER))
                .isTrue();
        assertThat(members().find(organization.id(), user.id()))
                .hasValueSatisfying(found -> {
                    assertThat(found.role()).isEqualTo(new Role("auditor"));
                    assertThat(found.updatedAt()).isEqualTo(LATER);
                });

        assertThat(members().remove(organization.id(), user.id())).isTrue();
        assertThat(members().remove(organization.id(), user.id())).isFalse();
        assertThat(members().of(user.id())).isEmpty();
    }

    @Test
    default void owners_who_all_leave_at_once_leave_one_behind() {
        var organization = samples().organization().id();
        for (int i = 0; i < Race.RUNNERS; i++) {
            members().add(organization, samples().user().id(), Role.OWNER, NOW);
        }
        var owners = members().page(organization, null, Race.RUNNERS);

        Race.run(i ->
                database()
                        .transactions()
                        .write(() ->
                                members().countOwners(organization) > 1
                                        && members()
                                                .remove(organization, owners.get(i).user().id())));

        assertThat(members().count(organization)).isEqualTo(1);
        assertThat(members().countOwners(organization)).isEqualTo(1);
    }

    @Test
    default void members_are_shown_page_by_page_with_who_they_are() {
        var home = samples().organization().id();
        var all = new java.util.HashSet<UserId>();
        for (int i = 0; i < 5; i++) {
            var user = samples().user().id();
            stores().members().add(home, user, Role.MEMBER, NOW);
            all.add(user);
        }

        var first = stores().members().page(home, null, 3);
        var second = stores().members().page(home, first.getLast().user().id(), 3);

        assertThat(first).hasSize(3).allMatch(one -> one.createdAt().equals(NOW));
        assertThat(second).hasSize(2);
        assertThat(first.getFirst().user().email().text()).endsWith("@example.org");
        first.forEach(one -> all.remove(one.user().id()));
        second.forEach(one -> all.remove(one.user().id()));
        assertThat(all).isEmpty();
    }
}
