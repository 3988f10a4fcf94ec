package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class AivoRefreshTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Aivo aivo = Aivo.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    private static String successor(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Aivo.refreshToken(answer.json());
    }

    @Test
    void both_tokens_are_new_and_the_user_is_told() {
        server.user("ada@example.com");
        var session = aivo.session("ada@example.com");

        var fresh = aivo.refresh(Aivo.refreshToken(session)).json();

        assertThat(fresh.propertyNames())
                .containsExactlyInAnyOrder("accessToken", "refreshToken", "user", "expiresIn");
        assertThat(Aivo.accessToken(fresh)).isNotEqualTo(Aivo.accessToken(session));
        assertThat(Aivo.refreshToken(fresh)).isNotEqualTo(Aivo.refreshToken(session));
        assertThat(fresh.get("user")).isEqualTo(session.get("user"));
        assertThat(fresh.get("expiresIn").asInt()).isEqualTo(900);
        assertThat(aivo.me(fresh).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer nonsense", "Bearer", "Basic YTpi", "nonsense", "Bearer a, Bearer b"})
    void the_bearer_token_does_not_matter(String authorization) {
        var email = authorization.hashCode() + "@example.com";
        server.user(email);
        var token = Map.of("refreshToken", Aivo.refreshToken(aivo.session(email)));

        var answer = aivo.http().with("Authorization", authorization).post("/refresh", token);

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void an_expired_or_foreign_bearer_token_does_not_matter() {
        server.user("expired@example.com");
        server.user("foreign@example.com");
        var expired = aivo.session("expired@example.com");
        clock.advance(Duration.ofMinutes(15));
        var foreign = aivo.session("foreign@example.com");

        assertThat(aivo.me(expired).status()).isEqualTo(401);
        var token = successor(refresh(expired, Aivo.refreshToken(expired)));
        var answer = refresh(foreign, token);

        assertThat(answer.json().get("user").get("email").asString())
                .isEqualTo("expired@example.com");
    }

    private Http.Answer refresh(JsonNode bearer, String token) {
        return aivo.http()
                .bearer(Aivo.accessToken(bearer))
                .post("/refresh", Map.of("refreshToken", token));
    }

    /** Not when chores come by: what ends for being idle is decided by it, on every node. */
    @Test
    void a_session_that_was_idle_is_seen_in_the_same_transaction() {
        var user = server.user("idle@example.com");
        var token = Aivo.refreshToken(aivo.session("idle@example.com"));
        clock.advance(Duration.ofMinutes(2));

        successor(aivo.refresh(token));

        assertThat(lastSeen(user)).isEqualTo(clock.instant());
    }

    @Test
    void a_session_that_was_idle_for_too_long_is_not_woken_by_trying_again() {
        var user = server.user("asleep@example.com");
        var token = Aivo.refreshToken(aivo.session("asleep@example.com"));
        var seen = lastSeen(user);
        clock.advance(Duration.ofDays(7).plusSeconds(1));

        assertError(aivo.refresh(token), 401, "invalid_refresh_token");
        assertError(aivo.refresh(token), 401, "invalid_refresh_token");

        assertThat(lastSeen(user)).isEqualTo(seen);
    }

    private Instant lastSeen(User user) {
        var sessions = server.app().backend().database().stores().sessions();
        return sessions.liveOf(user.id(), clock.instant()).getFirst().lastSeenAt();
    }

    @Test
    void of_64_who_refresh_at_once_all_get_the_one_successor() {
        server.user("race@example.com");
        var token = Aivo.refreshToken(aivo.session("race@example.com"));

        var answers = Race.run(_ -> successor(aivo.refresh(token)));

        assertThat(answers).hasSize(64).containsOnly(answers.getFirst());
    }

    @Test
    void a_used_token_ends_its_session_after_ten_seconds() {
        server.user("thief@example.com");
        var session = aivo.session("thief@example.com");
        var fresh = aivo.refresh(Aivo.refreshToken(session)).json();

        clock.advance(Duration.ofSeconds(10).plusMillis(1));

        assertError(aivo.refresh(Aivo.refreshToken(session)), 401, "invalid_refresh_token");
        assertError(aivo.refresh(Aivo.refreshToken(fresh)), 401, "invalid_refresh_token");
        assertError(aivo.me(fresh), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "lkr_", "🐝", " "})
    void an_unknown_token_is_refused(String token) {
        assertError(aivo.refresh(token), 401, "invalid_refresh_token");
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        var user = server.user("kinds@example.com");
        var session = aivo.session("kinds@example.com");

        assertError(aivo.refresh(Aivo.accessToken(session)), 401, "invalid_refresh_token");
        assertError(aivo.refresh(server.apiToken(user)), 401, "invalid_refresh_token");
    }

    @Test
    void an_expired_token_and_one_of_a_disabled_account_are_refused() {
        var user = server.user("disabled@example.com");
        var session = aivo.session("disabled@example.com");
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Origin.local("test"));
        server.user("late@example.com");
        var late = aivo.session("late@example.com");
        clock.advance(Duration.ofDays(8));

        assertError(aivo.refresh(Aivo.refreshToken(session)), 401, "invalid_refresh_token");
        assertError(aivo.refresh(Aivo.refreshToken(late)), 401, "invalid_refresh_token");
    }

    @Test
    void who_left_the_tenant_is_refused_and_keeps_the_token() {
        var tenant = server.organization("Left and joined");
        var user = server.loneUser("left@example.com");
        server.member(tenant.id(), user, Role.MEMBER);
        var session = aivo.session("left@example.com");

        server.core().changeMembers.remove(tenant.id(), user.id(), null, Origin.local("test"));
        assertError(aivo.refresh(Aivo.refreshToken(session)), 401, "invalid_refresh_token");
        assertError(aivo.me(session), 401, "no_tenant");

        server.member(tenant.id(), user, Role.MEMBER);
        assertThat(aivo.refresh(Aivo.refreshToken(session)).status()).isEqualTo(200);
    }
}
