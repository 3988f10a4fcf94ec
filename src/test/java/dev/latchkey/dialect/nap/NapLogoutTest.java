package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.REFRESH;
import static dev.latchkey.dialect.nap.Nap.SESSION;
import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
class NapLogoutTest {
    private static final String PATH = "/api/auth/logout";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Nap nap = Nap.of(server);

    @BeforeAll
    void makeAda() {
        server.user("ada@example.com");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private JsonNode tokens() {
        return nap.tokens("ada@example.com");
    }

    private Http.Answer logOut(String session, String refresh) {
        return nap.http().with(SESSION, session).with(REFRESH, refresh).post(PATH);
    }

    private boolean isLive(JsonNode tokens) {
        return nap.refresh(Nap.refreshToken(tokens)).status() == 200;
    }

    @Test
    void the_session_token_is_enough_and_both_tokens_die() {
        var tokens = tokens();

        var answer = nap.logOut(tokens);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("success", "message");
        assertThat(answer.json().get("success").asBoolean()).isTrue();
        assertError(nap.logOut(tokens), 401);
        assertError(nap.refresh(Nap.refreshToken(tokens)), 401);
    }

    @Test
    void the_refresh_token_is_enough() {
        var tokens = tokens();

        assertThat(nap.http().with(REFRESH, Nap.refreshToken(tokens)).post(PATH).status())
                .isEqualTo(200);

        assertError(nap.http().with(REFRESH, Nap.refreshToken(tokens)).post(PATH), 401);
        assertError(nap.logOut(tokens), 401);
    }

    @Test
    void an_empty_header_beside_a_good_one_does_not_matter() {
        assertThat(logOut("", Nap.refreshToken(tokens())).status()).isEqualTo(200);
        assertThat(logOut(Nap.sessionToken(tokens()), "").status()).isEqualTo(200);
    }

    @Test
    void no_token_is_a_bad_request() {
        assertError(nap.http().post(PATH), 400);
        assertError(logOut("", ""), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "bm9uc2Vuc2U", "!", "a.b.c", "=", "eyJhbGciOiJub25lIn0.e30."})
    void tokens_that_are_both_invalid_are_refused(String nonsense) {
        assertError(logOut(nonsense, nonsense), 401);
        assertError(nap.http().with(SESSION, nonsense).post(PATH), 401);
        assertError(nap.http().with(REFRESH, nonsense).post(PATH), 401);
    }

    @Test
    void of_two_sessions_the_session_tokens_ends() {
        var first = tokens();
        var second = tokens();

        assertThat(logOut(Nap.sessionToken(first), Nap.refreshToken(second)).status())
                .isEqualTo(200);

        assertThat(isLive(first)).isFalse();
        assertThat(isLive(second)).isTrue();
    }

    @Test
    void beside_a_dead_or_nonsense_session_token_a_good_refresh_token_counts() {
        var dead = tokens();
        nap.logOut(dead);

        for (var session : new String[] {"nonsense", Nap.sessionToken(dead)}) {
            var tokens = tokens();
            assertThat(logOut(session, Nap.refreshToken(tokens)).status()).isEqualTo(200);
            assertThat(isLive(tokens)).isFalse();
        }
    }

    @Test
    void a_session_token_that_is_not_wrapped_is_none() {
        var tokens = tokens();

        assertError(nap.http().with(SESSION, Jwt.unwrapped(tokens)).post(PATH), 401);
        assertThat(isLive(tokens)).isTrue();
    }

    @Test
    void an_expired_session_token_is_refused_and_the_refresh_token_still_good() {
        var tokens = tokens();

        clock.advance(Duration.ofMinutes(15));

        assertError(nap.logOut(tokens), 401);
        assertThat(logOut(Nap.sessionToken(tokens), Nap.refreshToken(tokens)).status())
                .isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_was_used_still_logs_out() {
        var tokens = tokens();
        var fresh = nap.refreshed(tokens);

        assertThat(nap.http().with(REFRESH, Nap.refreshToken(tokens)).post(PATH).status())
                .isEqualTo(200);

        assertThat(isLive(fresh)).isFalse();
    }

    @Test
    void a_header_that_is_sent_twice_is_a_bad_request() {
        var tokens = tokens();
        var twice = nap.http().with(SESSION, Nap.sessionToken(tokens)).with(SESSION, "nonsense");

        assertError(twice.post(PATH), 400);
        assertThat(isLive(tokens)).isTrue();
    }
}
