package dev.latchkey.store;

import static dev.latchkey.store.Samples.email;
import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Invitation;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Race;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

interface InvitationsContract extends StoreContract {

    private static Invitation to(OrgId organization, @Nullable UserId by, Instant created) {
        return new Invitation(
                UUID.randomUUID(),
                organization,
                email("Guest@example.org"),
                Role.ADMIN,
                by,
                created,
                LATER,
                null);
    }

    @Test
    default void an_invitation_is_found_as_inserted() {
        var code = hash();
        var invitation = to(samples().organization().id(), samples().user().id(), NOW);
        stores().invitations().insert(code, invitation);

        assertThat(stores().invitations().find(code)).contains(invitation);
        assertThat(stores().invitations().find(hash())).isEmpty();
    }

    @Test
    default void the_newest_are_listed_first() {
        var organization = samples().organization().id();
        var older = to(organization, null, NOW);
        var newer = to(organization, null, NOW.plusMillis(1));
        stores().invitations().insert(hash(), newer);
        stores().invitations().insert(hash(), older);

        assertThat(stores().invitations().of(organization, 9)).containsExactly(newer, older);
        assertThat(stores().invitations().of(organization, 1)).containsExactly(newer);
    }

    @Test
    default void an_expired_invitation_is_of_no_use() {
        var code = hash();
        stores().invitations().insert(code, to(samples().organization().id(), null, NOW));

        assertThat(stores().invitations().use(code, samples().user().id(), LATER)).isFalse();
    }

    @Test
    default void of_64_who_use_one_invitation_one_succeeds() {
        var code = hash();
        var user = samples().user().id();
        stores().invitations().insert(code, to(samples().organization().id(), null, NOW));

        var outcomes = Race.run(_ -> stores().invitations().use(code, user, NOW));

        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().invitations().find(code).orElseThrow().usedAt()).isEqualTo(NOW);
    }

    @Test
    default void one_that_waits_is_pending_until_it_is_used_over_or_revoked() {
        var organization = samples().organization().id();
        var code = hash();
        var used = to(organization, null, NOW);
        var waiting = to(organization, null, NOW.plusMillis(1));
        stores().invitations().insert(code, used);
        stores().invitations().insert(hash(), waiting);
        stores().invitations().use(code, samples().user().id(), NOW);

        assertThat(stores().invitations().pending(organization, NOW, 9)).containsExactly(waiting);
        assertThat(stores().invitations().pending(organization, LATER, 9)).isEmpty();
        assertThat(stores().invitations().revoke(organization, used.id())).isEmpty();
        var elsewhere = samples().organization().id();
        assertThat(stores().invitations().revoke(elsewhere, waiting.id())).isEmpty();
        var outcomes =
                Race.run(
                        _ -> stores().invitations().revoke(organization, waiting.id()).isPresent());
        assertThat(outcomes).containsOnlyOnce(true).allMatch(Boolean.class::isInstance);
        assertThat(stores().invitations().pending(organization, NOW, 9)).isEmpty();
    }
}
