package dev.latchkey.dialect.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.dialect.Given;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auth_logout_post}. */
class SemaphoreLogoutTest {
    private static final String CLEARED = "semaphore=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";

    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
        api = Http.at(server.url("/semaphore/api"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_session_is_dead_everywhere_and_the_cookie_cleared() {
        var cookie = given.cookie(given.somebody());
        var browser = api.with("Cookie", "semaphore=" + cookie);
        var trieve = Http.at(server.url("/trieve")).with("Cookie", "trieve_session=" + cookie);
        assertThat(trieve.get("/api/auth/me").status()).isEqualTo(200);

        assertLoggedOut(browser.post("/auth/logout"));

        assertThat(browser.get("/user/tokens").status()).isEqualTo(401);
        assertThat(trieve.get("/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void nobody_is_refused() {
        var dead = api.with("Cookie", "semaphore=" + given.cookie(given.somebody()));
        dead.post("/auth/logout");

        assertLoggedOut(dead.post("/auth/logout"));
        assertLoggedOut(api.post("/auth/logout"));
        assertLoggedOut(api.bearer("x").post("/auth/logout"));
        assertLoggedOut(api.with("Cookie", "semaphore=").post("/auth/logout"));
        assertLoggedOut(api.with("Cookie", "semaphore=" + "x".repeat(9000)).post("/auth/logout"));
    }

    @Test
    void an_api_token_stays_valid() {
        var program = api.bearer(given.apiToken(given.somebody()));

        assertLoggedOut(program.post("/auth/logout"));

        assertThat(program.get("/user/tokens").status()).isEqualTo(200);
    }

    @Test
    void a_cookie_beside_a_token_dies_too_since_it_is_cleared() {
        var user = given.somebody();
        var browser = api.with("Cookie", "semaphore=" + given.cookie(user));

        assertLoggedOut(browser.bearer(given.apiToken(user)).post("/auth/logout"));

        assertThat(browser.get("/user/tokens").status()).isEqualTo(401);
    }

    @Test
    void the_session_of_an_access_token_ends() {
        var program = api.bearer(given.accessToken(given.somebody()));

        assertLoggedOut(program.post("/auth/logout"));

        assertThat(program.get("/user/tokens").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:1",
                "http://localhost.evil"
            })
    void a_page_of_another_site_signs_nobody_out(String origin) {
        var browser = api.with("Cookie", "semaphore=" + given.cookie(given.somebody()));

        var answer = browser.with("Origin", origin).post("/auth/logout");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("error").asString()).isNotEmpty();
        assertThat(browser.get("/user/tokens").status()).isEqualTo(200);
    }

    @Test
    void our_own_pages_and_those_on_the_list_sign_out() {
        for (var origin : new String[] {server.url().toString(), "http://localhost:5173"}) {
            var browser = api.with("Cookie", "semaphore=" + given.cookie(given.somebody()));

            assertLoggedOut(browser.with("Origin", origin).post("/auth/logout"));
        }
    }

    private static void assertLoggedOut(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.response().headers().allValues("Set-Cookie")).containsExactly(CLEARED);
    }
}
