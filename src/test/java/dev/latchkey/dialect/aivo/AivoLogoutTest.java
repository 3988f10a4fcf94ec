package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class AivoLogoutTest {
    private final TestServer server = TestServer.start();
    private final Aivo aivo = Aivo.of(server);

    @BeforeAll
    void makeAda() {
        server.user("ada@example.com");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void both_tokens_die_at_once_in_every_api() {
        var session = aivo.session("ada@example.com");
        assertThat(aivo.me(session).status()).isEqualTo(200);

        var answer = aivo.logOut(session);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertError(aivo.me(session), 401, "unauthorized");
        assertError(aivo.refresh(Aivo.refreshToken(session)), 401, "invalid_refresh_token");
        assertError(aivo.logOut(session), 401, "unauthorized");
        var nap =
                Http.at(server.url("/nap")).with("X-NAP-Refresh-Token", Aivo.refreshToken(session));
        assertThat(nap.post("/api/auth/refresh").status()).isEqualTo(401);
    }

    @Test
    void another_session_of_the_same_user_lives_on() {
        var first = aivo.session("ada@example.com");
        var second = aivo.session("ada@example.com");

        aivo.logOut(first);

        assertThat(aivo.me(second).status()).isEqualTo(200);
    }

    @Test
    void every_access_token_of_the_session_dies() {
        var session = aivo.session("ada@example.com");
        var fresh = aivo.refresh(Aivo.refreshToken(session)).json();
        assertThat(aivo.me(session).status()).isEqualTo(200);

        assertThat(aivo.logOut(fresh).status()).isEqualTo(204);

        assertError(aivo.me(session), 401, "unauthorized");
        assertError(aivo.me(fresh), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void the_scheme_is_known_in_any_case(String scheme) {
        var session = aivo.session("ada@example.com");

        var answer =
                aivo.http()
                        .with("Authorization", scheme + Aivo.accessToken(session))
                        .post("/logout");

        assertThat(answer.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Basic YTpi",
                "nonsense",
                "Bearer a b",
                "Bearerx"
            })
    void without_a_live_token_nobody_is_logged_out(String authorization) {
        assertError(
                aivo.http().with("Authorization", authorization).post("/logout"),
                401,
                "unauthorized");
        assertError(aivo.http().post("/logout"), 401, "unauthorized");
    }

    @Test
    void an_api_token_carries_no_session_to_end() {
        var token = server.apiToken(server.user("robot@example.com"));

        assertError(aivo.http().bearer(token).post("/logout"), 401, "unauthorized");
        assertThat(aivo.http().bearer(token).get("/me").status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_is_no_bearer_token() {
        var session = aivo.session("ada@example.com");

        assertError(
                aivo.http().bearer(Aivo.refreshToken(session)).post("/logout"),
                401,
                "unauthorized");
        assertThat(aivo.me(session).status()).isEqualTo(200);
    }

    @Test
    void two_authorization_headers_are_a_bad_request() {
        var session = aivo.session("ada@example.com");
        var twice = aivo.http().bearer("nonsense").bearer(Aivo.accessToken(session));

        assertError(twice.post("/logout"), 400, "bad_request");
        assertError(twice.get("/me"), 400, "bad_request");
        assertThat(aivo.me(session).status()).isEqualTo(200);
    }
}
