package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.User.Status;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** Everybody who must not do anything to anybody's account tries to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackedUsersTest {
    private static final List<String> ACTS =
            List.of(
                    "/disable",
                    "/enable",
                    "/administrator/make",
                    "/administrator/unmake",
                    "/reset-mail",
                    "/sessions/end",
                    "/sessions/end-all",
                    "/tokens/revoke",
                    "/identities/unlink",
                    "/factors/reset");

    private Office office;
    private Visitor root;
    private User victim;
    private String path;

    @BeforeAll
    void start() {
        office = new Office(Map.of());
        root = office.root();
        victim = office.server.user("victim@example.org");
        path = "/admin/users/" + victim.id();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    private void nothingHappened() {
        var found = office.server.core().users.show.run(victim.id(), null).user();
        assertThat(found.isActive()).isTrue();
        assertThat(found.administrator()).isFalse();
        assertThat(office.events(Kind.ADMINISTRATOR_MADE)).noneMatch(this::isVictims);
        assertThat(office.events(Kind.RESET_SENT)).noneMatch(this::isVictims);
        assertThat(office.events(Kind.SESSION_REVOKED)).noneMatch(this::isVictims);
    }

    private boolean isVictims(AuditEvent event) {
        return victim.id().equals(event.subject());
    }

    @Test
    void strangers_are_led_to_sign_in_and_users_are_refused() {
        var ada = office.ada();
        var own = csrf(ada.get("/account"));
        var stolen = csrf(root.get(path));

        assertThat(office.stranger().get(path).header("Location")).contains("/auth/login");
        assertThat(ada.get(path).status()).isEqualTo(403);
        for (var act : ACTS) {
            var stranger = office.stranger().post(path + act, form(stolen), Map.of());
            assertThat(stranger.header("Location")).as(act).contains("/auth/login");
            assertThat(ada.post(path + act, form(own), Map.of()).status()).as(act).isEqualTo(403);
            assertThat(ada.post(path + act, form(stolen), Map.of()).status())
                    .as(act)
                    .isEqualTo(403);
        }
        nothingHappened();
    }

    @Test
    void nobody_gives_themselves_the_administration() {
        var ada = office.ada();
        var own = form(csrf(ada.get("/account")));

        var refused =
                ada.post("/admin/users/" + office.ada.id() + "/administrator/make", own, Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(ada.get("/admin/users").status()).isEqualTo(403);
    }

    @Test
    void no_other_site_and_no_forged_form_does_anything() {
        var token = csrf(root.get(path));
        var evil = Map.of("Origin", "https://evil.example");

        for (var act : ACTS) {
            assertThat(root.post(path + act, form("AAAA"), Map.of()).status()).isEqualTo(403);
            assertThat(root.post(path + act, Map.of(), Map.of()).status()).isEqualTo(403);
            assertThat(root.post(path + act, form(token), evil).status()).isEqualTo(403);
            assertThat(root.get(path + act).status()).as("by a link").isEqualTo(405);
        }
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "x", "%27", "..%2Fkeys", "1"})
    void nobody_is_under_an_unknown_id(String id) {
        var fields = form(csrf(root.get(path)));

        assertThat(root.get("/admin/users/" + id).status()).isEqualTo(404);
        assertThat(root.post("/admin/users/" + id + "/disable", fields, Map.of()).status())
                .isEqualTo(404);
        assertThat(root.get("/admin/users/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void an_administrator_who_was_disabled_or_unmade_meanwhile_does_nothing_more() {
        for (var how : new String[] {"disabled", "unmade"}) {
            var email = how + "@example.org";
            var user = office.server.user(email);
            administrator(user.id(), true);
            var visitor = office.signedIn(email);
            var fields = form(csrf(visitor.get(path)));
            if (how.equals("disabled")) {
                var core = office.server.core();
                core.changeStatus.run(user.id(), Status.DISABLED, null, Office.ORIGIN);
            } else {
                administrator(user.id(), false);
            }

            for (var act : ACTS) {
                var refused = visitor.post(path + act, fields, Map.of());
                assertThat(refused.status()).as(how + act).isIn(303, 403);
                assertThat(String.valueOf(refused.header("Location"))).doesNotContain("done=");
            }
        }
        nothingHappened();
    }

    private void administrator(UserId user, boolean administrator) {
        office.server
                .core()
                .users
                .changeAdministrator
                .run(user, administrator, null, Office.ORIGIN);
    }

    @Test
    void an_old_sign_in_is_good_for_looking_and_no_more() {
        var clock = new MovableClock(Instant.now());
        try (var other = new Office(Map.of(), clock)) {
            var old = other.root();
            var there = "/admin/users/" + other.ada.id();
            clock.advance(Duration.ofMinutes(20));
            var fields = form(csrf(old.get(there)));

            for (var act : ACTS) {
                var asked = old.post(there + act, fields, Map.of());
                assertThat(asked.header("Location")).as(act).contains("/auth/login", "again=true");
            }
            assertThat(old.get("/admin/users/new").header("Location")).contains("again=true");
        }
    }

    @Test
    void the_core_refuses_who_is_no_administrator_whatever_door_asks() {
        var users = office.server.core().users;
        var ada = office.ada.id();
        List<Runnable> tries =
                List.of(
                        () -> users.show.run(victim.id(), ada),
                        () -> users.end.all(victim.id(), ada, Office.ORIGIN),
                        () -> users.sendReset.run(victim.id(), ada, Office.ORIGIN),
                        () -> users.changeAdministrator.run(ada, true, ada, Office.ORIGIN),
                        () -> users.takeIdentity.run(victim.id(), "i", "s", ada, Office.ORIGIN),
                        () ->
                                office.server
                                        .core()
                                        .factors
                                        .reset
                                        .run(victim.id(), ada, Office.ORIGIN));

        for (var attempt : tries) {
            assertThatThrownBy(attempt::run).hasMessageContaining("NotAllowed");
        }
    }

    @Test
    void of_administrators_who_all_take_it_from_each_other_one_is_left() {
        try (var other = new Office(Map.of())) {
            var core = other.server.core();
            var ids =
                    IntStream.range(0, 64)
                            .mapToObj(i -> other.server.loneUser("a" + i + "@example.org").id())
                            .toList();
            ids.forEach(id -> core.users.changeAdministrator.run(id, true, null, Office.ORIGIN));
            var rootId = other.events(Kind.USER_CREATED).getLast().subject();
            core.users.changeAdministrator.run(
                    Objects.requireNonNull(rootId), false, null, Office.ORIGIN);

            var outcomes =
                    Race.run(i -> {
                        var target = ids.get((i + 1) % 64);
                        if (i % 2 == 0) {
                            core.users.changeAdministrator.run(
                                    target, false, ids.get(i), Office.ORIGIN);
                        } else {
                            core.changeStatus.run(
                                    target, Status.DISABLED, ids.get(i), Office.ORIGIN);
                        }
                        return "done";
                    });

            var seats = other.server.app().backend().database().stores().administratorSeats();
            var left = other.server.app().backend().database().transactions().write(seats::lock);
            assertThat(left).isNotEmpty();
            assertThat(outcomes).contains("done");
        }
    }

    @Test
    void of_64_who_take_it_from_the_last_two_one_wins() {
        try (var other = new Office(Map.of())) {
            var core = other.server.core();
            var second = other.server.user("second@example.org").id();
            core.users.changeAdministrator.run(second, true, null, Office.ORIGIN);
            var first = Objects.requireNonNull(other.events(Kind.USER_CREATED).getLast().subject());

            var outcomes =
                    Race.run(i -> {
                        core.users.changeAdministrator.run(
                                i % 2 == 0 ? first : second, false, null, Office.ORIGIN);
                        return "done";
                    });

            var seats = other.server.app().backend().database().stores().administratorSeats();
            assertThat(other.server.app().backend().database().transactions().write(seats::lock))
                    .hasSize(1);
            assertThat(outcomes).contains("done");
        }
    }
}
