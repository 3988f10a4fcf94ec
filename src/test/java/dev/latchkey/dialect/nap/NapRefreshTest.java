package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class NapRefreshTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void both_tokens_are_new_and_the_session_stays() {
        server.user("ada@example.com");
        var tokens = nap.tokens("ada@example.com");

        var answer = nap.refresh(Nap.refreshToken(tokens));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("tokens");
        var fresh = answer.json().get("tokens");
        assertThat(fresh.get("session_id")).isEqualTo(tokens.get("session_id"));
        assertThat(Jwt.claims(fresh).get("jti")).isEqualTo(tokens.get("session_id"));
        assertThat(Nap.refreshToken(fresh)).isNotEqualTo(Nap.refreshToken(tokens));
        assertThat(Nap.sessionToken(fresh)).isNotEqualTo(Nap.sessionToken(tokens));
    }

    @Test
    void of_64_who_refresh_at_once_all_get_the_one_successor() {
        server.user("race@example.com");
        var token = Nap.refreshToken(nap.tokens("race@example.com"));

        var answers =
                Race.run(_ ->
                        nap.refresh(token).json().path("tokens").path("refresh_token").asString());

        assertThat(answers).hasSize(64).containsOnly(answers.getFirst());
        assertThat(nap.refresh((String) answers.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void a_used_token_gives_its_successor_again_for_ten_seconds() {
        server.user("grace@example.com");
        var token = Nap.refreshToken(nap.tokens("grace@example.com"));
        var successor = Nap.refreshToken(nap.refresh(token).json().get("tokens"));

        clock.advance(Duration.ofSeconds(10));

        assertThat(Nap.refreshToken(nap.refresh(token).json().get("tokens"))).isEqualTo(successor);
    }

    @Test
    void a_used_token_ends_its_session_after_that() {
        server.user("thief@example.com");
        var tokens = nap.tokens("thief@example.com");
        var fresh = nap.refreshed(tokens);

        clock.advance(Duration.ofSeconds(10).plusMillis(1));

        assertError(nap.refresh(Nap.refreshToken(tokens)), 401);
        assertError(nap.refresh(Nap.refreshToken(fresh)), 401);
        assertError(nap.logOut(fresh), 401);
    }

    @Test
    void a_missing_or_empty_header_is_a_bad_request() {
        assertError(nap.http().post("/api/auth/refresh"), 400);
        assertError(nap.refresh(""), 400);
        assertError(
                nap.http().with(Nap.REFRESH, "a").with(Nap.REFRESH, "b").post("/api/auth/refresh"),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "lkr_",
                "42",
                "ümlaut",
                "lkr_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void an_unknown_token_is_refused(String token) {
        assertError(nap.refresh(token), 401);
    }

    @Test
    void a_token_of_another_kind_is_refused() {
        server.user("kinds@example.com");
        var tokens = nap.tokens("kinds@example.com");

        assertError(nap.refresh(Nap.sessionToken(tokens)), 401);
        assertError(nap.refresh(tokens.get("session_id").asString()), 401);
    }

    @Test
    void an_expired_token_is_refused() {
        server.user("late@example.com");
        var tokens = nap.tokens("late@example.com");

        clock.advance(Duration.ofDays(8));

        assertError(nap.refresh(Nap.refreshToken(tokens)), 401);
    }

    @Test
    void a_token_of_a_disabled_account_is_refused() {
        var user = server.user("disabled@example.com");
        var tokens = nap.tokens("disabled@example.com");

        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Origin.local("test"));

        assertError(nap.refresh(Nap.refreshToken(tokens)), 401);
    }

    @Test
    void who_left_the_organization_is_refused_and_keeps_the_token() {
        var organization = server.organization("Left and joined");
        var user = server.loneUser("left@example.com");
        server.member(organization.id(), user, Role.MEMBER);
        var tokens = nap.tokens("left@example.com");

        server.core()
                .changeMembers
                .remove(organization.id(), user.id(), null, Origin.local("test"));
        assertError(nap.refresh(Nap.refreshToken(tokens)), 401);

        server.member(organization.id(), user, Role.MEMBER);
        assertThat(nap.refresh(Nap.refreshToken(tokens)).status()).isEqualTo(200);
    }
}
