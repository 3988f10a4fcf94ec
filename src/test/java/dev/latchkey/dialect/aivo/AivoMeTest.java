package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class AivoMeTest {
    private static final Origin ORIGIN = Origin.local("test");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Aivo aivo = Aivo.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    private String roleOf(JsonNode session) {
        return aivo.me(session).json().get("role").asString();
    }

    @Test
    void a_remembered_answer_is_the_same_as_the_first() {
        server.user("ada@example.com");
        var session = aivo.session("ada@example.com");

        var first = aivo.me(session);
        var second = aivo.me(session);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void a_change_of_role_is_told_at_once() {
        var tenant = server.organization("School");
        var user = server.loneUser("roles@example.com");
        server.member(tenant.id(), user, Role.MEMBER);
        server.member(tenant.id(), server.loneUser("owner@example.com"), Role.OWNER);
        var session = aivo.session("roles@example.com");
        assertThat(roleOf(session)).isEqualTo("learner");

        server.member(tenant.id(), user, new Role("instructor"));
        assertThat(roleOf(session)).isEqualTo("instructor");
        server.member(tenant.id(), user, Role.ADMIN);
        assertThat(roleOf(session)).isEqualTo("tenant_admin");
        server.member(tenant.id(), user, Role.OWNER);
        assertThat(roleOf(session)).isEqualTo("tenant_admin");
        server.member(tenant.id(), user, new Role("server-administrator"));
        assertThat(roleOf(session)).isEqualTo("learner");
    }

    @Test
    void a_disabled_account_is_refused_at_once_with_every_credential() {
        var user = server.user("disabled@example.com");
        var session = aivo.session("disabled@example.com");
        var robot = aivo.http().bearer(server.apiToken(user));
        assertThat(aivo.me(session).status()).isEqualTo(200);
        assertThat(robot.get("/me").status()).isEqualTo(200);

        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, ORIGIN);

        assertError(aivo.me(session), 401, "unauthorized");
        assertError(robot.get("/me"), 401, "unauthorized");
    }

    @Test
    void an_access_token_is_refused_when_it_has_expired() {
        server.user("late@example.com");
        var session = aivo.session("late@example.com");

        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(aivo.me(session).status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertError(aivo.me(session), 401, "unauthorized");
    }

    @Test
    void who_left_the_tenant_is_refused_at_once() {
        var tenant = server.organization("Left");
        var user = server.loneUser("left@example.com");
        server.member(tenant.id(), user, Role.MEMBER);
        var session = aivo.session("left@example.com");
        assertThat(aivo.me(session).status()).isEqualTo(200);

        server.core().changeMembers.remove(tenant.id(), user.id(), null, ORIGIN);

        assertError(aivo.me(session), 401, "no_tenant");
    }

    @Test
    void a_cookie_is_no_bearer_token() {
        var user = server.user("cookie@example.com");
        var cookie =
                server.core().grants.open(user, null, "pwd", Carrier.COOKIE, ORIGIN).credential();

        assertError(aivo.http().bearer(cookie).get("/me"), 401, "unauthorized");
        assertError(
                aivo.http().with("Cookie", "semaphore=" + cookie).get("/me"), 401, "unauthorized");
    }

    @Test
    void an_unsigned_or_changed_token_is_refused() {
        server.user("forger@example.com");
        var parts = Aivo.accessToken(aivo.session("forger@example.com")).split("\\.");

        for (var head : List.of("{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}", "{}", "")) {
            var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(head.getBytes());
            assertError(
                    aivo.http().bearer(encoded + "." + parts[1] + ".").get("/me"),
                    401,
                    "unauthorized");
            assertError(
                    aivo.http().bearer(encoded + "." + parts[1] + "." + parts[2]).get("/me"),
                    401,
                    "unauthorized");
        }
        assertError(aivo.http().bearer(parts[0] + "." + parts[1]).get("/me"), 401, "unauthorized");
        assertError(aivo.http().bearer("a".repeat(12_000)).get("/me"), 401, "unauthorized");
    }

    @Test
    void without_a_token_nobody_is_told_anything() {
        assertError(aivo.http().get("/me"), 401, "unauthorized");
        assertError(
                aivo.http().with("Authorization", "Basic YTpi").get("/me"), 401, "unauthorized");
    }

    @Test
    void a_head_request_gets_the_same_without_a_body() {
        server.user("head@example.com");
        var session = aivo.session("head@example.com");

        var answer =
                aivo.http().bearer(Aivo.accessToken(session)).raw("HEAD", "/me", null, new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }
}
