package dev.latchkey.store;

import static dev.latchkey.store.Samples.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.RefreshKey;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.session.SessionSecret;
import dev.latchkey.core.session.Sessions;
import dev.latchkey.testkit.Race;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** What a session's row tells of its user: the truth, or nothing. */
interface PrincipalsContract extends StoreContract {
    /** What no user ever gets another of. */
    Set<String> FIXED = Set.of("id", "number");

    /** What a session may tell as it was when it began. */
    String LAST_LOGIN = "last_login_at";

    private Session session(UserId user, @Nullable OrgId organization) {
        return samples().insert(made(user, organization));
    }

    private static Session made(UserId user, @Nullable OrgId organization) {
        return new Session(
                Samples.sessionId(),
                user,
                organization,
                NOW,
                NOW,
                "pwd",
                LATER,
                NOW,
                null,
                "",
                "",
                "");
    }

    private boolean tells(Session session) {
        return database()
                .sql()
                .statement("SELECT principal IS NOT NULL FROM sessions WHERE id = :id")
                .bind("id", session.id())
                .isTrue();
    }

    private Sessions.Owned owned(SessionId id) {
        return stores().sessions().findOwned(id).orElseThrow();
    }

    private List<Membership> join(UserId user, int organizations) {
        for (int i = 0; i < organizations; i++) {
            stores().members().add(samples().organization().id(), user, Role.MEMBER, NOW);
        }
        return stores().members().of(user);
    }

    @Test
    default void a_new_session_tells_who_it_is_of_and_where_they_belong() {
        var user = samples().user();
        var place = join(user.id(), 1);
        var organization = place.getFirst().organization().id();

        var session = session(user.id(), organization);

        assertThat(tells(session)).isTrue();
        assertThat(owned(session.id())).isEqualTo(new Sessions.Owned(session, user, place));
    }

    @Test
    default void where_else_they_belong_has_to_be_asked() {
        var user = samples().user();
        var places = join(user.id(), 2);

        var session = session(user.id(), places.getFirst().organization().id());
        var nowhere = session(user.id(), null);

        assertThat(owned(session.id())).isEqualTo(new Sessions.Owned(session, user, null));
        assertThat(owned(nowhere.id())).isEqualTo(new Sessions.Owned(nowhere, user, null));
    }

    @Test
    default void whatever_changes_of_a_user_ends_what_their_sessions_tell_and_no_other_s() {
        var user = samples().user();
        var other = session(samples().user().id(), null);

        for (var column : SqlAccounts.COLUMNS) {
            if (FIXED.contains(column)) {
                continue;
            }
            var session = session(user.id(), null);
            database()
                    .sql()
                    .statement("UPDATE users SET %1$s = %1$s WHERE id = :id".formatted(column))
                    .bind("id", user.id())
                    .execute();

            assertThat(tells(session)).as(column).isEqualTo(column.equals(LAST_LOGIN));
            assertThat(owned(session.id()).user()).isEqualTo(user);
        }
        assertThat(tells(other)).isTrue();
    }

    @Test
    default void whatever_changes_of_a_membership_ends_what_the_member_s_sessions_tell() {
        var user = samples().user().id();
        var organization = join(user, 1).getFirst().organization().id();
        var second = samples().organization().id();
        var members = stores().members();
        List<Runnable> changes =
                List.of(
                        () -> members.add(second, user, Role.MEMBER, NOW),
                        () -> members.setRole(organization, user, Role.ADMIN, NOW),
                        () -> members.markUsed(organization, user, LATER),
                        () -> members.remove(second, user),
                        () -> members.remove(organization, user));

        for (var change : changes) {
            var session = session(user, organization);
            var elsewhere = session(samples().user().id(), organization);

            change.run();

            assertThat(tells(session)).isFalse();
            assertThat(owned(session.id()).memberships()).isNull();
            assertThat(tells(elsewhere)).isTrue();
        }
    }

    /** In a shared look, those that tell and those that do not. */
    @Test
    default void a_refresh_finds_the_user_and_the_membership_either_way() {
        var known = refreshable();
        var changed = refreshable();
        stores().members().setRole(changed.organization(), changed.user(), Role.ADMIN, LATER);
        stores().accounts().setStatus(changed.user(), User.Status.DISABLED, LATER);

        var opened = stores().refreshTokens().open(Set.of(known.key(), changed.key()));

        assertThat(opened.get(known.key()).user().isActive()).isTrue();
        assertThat(opened.get(changed.key()).user().isActive()).isFalse();
        for (var one : List.of(known, changed)) {
            var found = opened.get(one.key());
            assertThat(stores().accounts().find(one.user())).contains(found.user());
            assertThat(stores().members().of(one.user())).containsExactly(found.membership());
        }
    }

    /** A session that can be refreshed. */
    record Refreshable(RefreshKey key, UserId user, OrgId organization) {}

    private Refreshable refreshable() {
        var user = samples().user().id();
        var organization = join(user, 1).getFirst().organization().id();
        var session = made(user, organization);
        var key = Samples.refreshToken(session.id());
        stores().sessions().insert(session, new SessionSecret.Refresh(key.token(), LATER));
        return new Refreshable(key, user, organization);
    }

    /** Such as a version writes that comes later. */
    @Test
    default void what_is_written_in_another_form_is_passed_over() {
        var user = samples().user();
        var session = session(user.id(), null);
        for (var form : List.of(new byte[0], new byte[] {2}, new byte[] {(byte) 0xff, 1, 1})) {
            database()
                    .sql()
                    .statement("UPDATE sessions SET principal = :form WHERE id = :id")
                    .bind("form", form)
                    .bind("id", session.id())
                    .execute();

            assertThat(owned(session.id())).isEqualTo(new Sessions.Owned(session, user, null));
        }
    }

    @Test
    default void a_membership_that_changes_while_a_session_begins_ends_what_it_tells() {
        var user = samples().user().id();
        var organization = join(user, 1).getFirst().organization().id();
        var session = made(user, organization);

        whileUnderWay(
                () -> samples().insert(session),
                () -> stores().members().setRole(organization, user, Role.ADMIN, NOW));

        assertThat(tells(session)).isFalse();
    }

    @Test
    default void a_session_that_begins_while_a_membership_changes_tells_how_it_is_then() {
        var user = samples().user().id();
        var organization = join(user, 1).getFirst().organization().id();
        var session = made(user, organization);

        whileUnderWay(
                () -> stores().members().setRole(organization, user, Role.ADMIN, NOW),
                () -> samples().insert(session));

        assertThat(tells(session)).isTrue();
        assertThat(owned(session.id()).memberships()).isEqualTo(stores().members().of(user));
    }

    @Test
    default void a_session_that_begins_while_the_user_changes_tells_how_it_is_then() {
        var user = samples().user().id();
        var session = made(user, null);

        whileUnderWay(
                () -> stores().accounts().setStatus(user, User.Status.DISABLED, NOW),
                () -> samples().insert(session));

        assertThat(tells(session)).isTrue();
        assertThat(owned(session.id()).user().isActive()).isFalse();
    }

    /** Two writes, the second of which begins when the first is done but for its commit. */
    private void whileUnderWay(Runnable first, Runnable second) {
        var done = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var outcomes =
                Race.run(i ->
                        switch (i) {
                            case 0 -> {
                                database()
                                        .transactions()
                                        .writing(() -> {
                                            first.run();
                                            done.countDown();
                                            await(goOn);
                                        });
                                yield "done";
                            }
                            case 1 -> {
                                await(done);
                                Thread.startVirtualThread(() -> releaseSoon(goOn));
                                second.run();
                                yield "done";
                            }
                            default -> "done";
                        });
        assertThat(outcomes).containsOnly("done");
    }

    /** Long enough for whoever does not wait. */
    private static void releaseSoon(CountDownLatch latch) {
        LockSupport.parkNanos(300_000_000);
        latch.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As signing in does it, and as changes do it, all at once. */
    @Test
    default void of_64_who_sign_in_and_change_the_user_none_leaves_a_session_that_lies() {
        var user = samples().user().id();
        var organization = join(user, 1).getFirst().organization().id();
        var roles = List.of(Role.OWNER, Role.ADMIN, Role.MEMBER);

        for (int round = 0; round < 5; round++) {
            var sessions = new ArrayList<Session>();
            var outcomes =
                    Race.run(i ->
                            switch (i % 4) {
                                case 0 -> {
                                    stores().members()
                                            .setRole(organization, user, roles.get(i % 3), NOW);
                                    yield "changed";
                                }
                                case 1 -> {
                                    var name = Integer.toString(i);
                                    stores().accounts().setProfile(user, name, "", null, NOW);
                                    yield "changed";
                                }
                                case 2 -> session(user, organization);
                                default -> signIn(user, organization);
                            });

            for (var outcome : outcomes) {
                assertThat(outcome).isNotInstanceOf(Throwable.class);
                if (outcome instanceof Session session) {
                    sessions.add(session);
                }
            }
            for (var session : sessions) {
                var owned = owned(session.id());
                var now = stores().accounts().find(user).orElseThrow();
                assertThat(owned.user().signedIn(NOW)).isEqualTo(now.signedIn(NOW));
                if (owned.memberships() != null) {
                    assertThat(owned.memberships()).isEqualTo(stores().members().of(user));
                }
            }
        }
    }

    private Session signIn(UserId user, OrgId organization) {
        return database()
                .transactions()
                .write(() -> {
                    stores().members().markUsed(organization, user, NOW);
                    stores().accounts().markSignedIn(user, NOW);
                    var session = made(user, organization);
                    stores().sessions().insert(session, new SessionSecret.Cookie(hash()));
                    return session;
                });
    }
}
