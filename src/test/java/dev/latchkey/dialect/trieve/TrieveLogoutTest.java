package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.dialect.Given;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** {@code logout}. */
class TrieveLogoutTest {
    private static final String CLEARED =
            "trieve_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";

    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
        api = Http.at(server.url("/trieve"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_session_is_dead_everywhere_and_the_cookie_cleared() {
        var cookie = given.cookie(given.somebody());
        var browser = api.with("Cookie", "trieve_session=" + cookie);
        var semaphore = Http.at(server.url("/semaphore/api")).with("Cookie", "semaphore=" + cookie);
        assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
        assertThat(semaphore.get("/user/tokens").status()).isEqualTo(200);

        assertLoggedOut(browser.delete("/api/auth"));

        assertThat(browser.get("/api/auth/me").status()).isEqualTo(400);
        assertThat(semaphore.get("/user/tokens").status()).isEqualTo(401);
    }

    @Test
    void without_a_session_it_is_done_already() {
        assertLoggedOut(api.delete("/api/auth"));
        assertLoggedOut(api.with("Cookie", "trieve_session=x").delete("/api/auth"));
        assertLoggedOut(api.with("Authorization", "x").delete("/api/auth"));
        assertLoggedOut(api.with("Origin", "https://evil.example").delete("/api/auth"));
    }

    @Test
    void an_api_token_stays_valid() {
        var token = given.apiToken(given.somebody());

        for (var program :
                new Http[] {api.with("Authorization", token), api.with("x-api-key", token)}) {
            assertLoggedOut(program.delete("/api/auth"));
            assertThat(program.get("/api/auth/me").status()).isEqualTo(200);
        }
    }

    @Test
    void the_session_of_an_access_token_ends() {
        var program = api.with("Authorization", given.accessToken(given.somebody()));

        assertLoggedOut(program.delete("/api/auth"));

        assertThat(program.get("/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void a_cookie_beside_an_api_token_dies_too_since_it_is_cleared() {
        var user = given.somebody();
        var browser = api.with("Cookie", "trieve_session=" + given.cookie(user));

        assertLoggedOut(browser.with("Authorization", given.apiToken(user)).delete("/api/auth"));

        assertThat(browser.get("/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void a_page_of_another_site_signs_nobody_out() {
        var browser = api.with("Cookie", "trieve_session=" + given.cookie(given.somebody()));

        for (var origin : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
            var answer = browser.with("Origin", origin).delete("/api/auth");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("message").asString()).isNotEmpty();
        }

        assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
        assertLoggedOut(browser.with("Origin", "http://localhost:5173").delete("/api/auth"));
    }

    @Test
    void behind_https_the_cookie_is_secure() {
        try (var secure =
                TestServer.start(Map.of("LATCHKEY_SERVER_PUBLIC_URL", "https://id.example.com"))) {
            var port = secure.app().ports().getFirst();
            var http = Http.at(java.net.URI.create("http://localhost:" + port + "/trieve"));

            assertThat(http.delete("/api/auth").header("Set-Cookie"))
                    .isEqualTo(CLEARED + "; Secure");
            assertThat(http.get("/api/auth").header("Set-Cookie")).endsWith("; Secure");
        }
    }

    private static void assertLoggedOut(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.response().headers().allValues("Set-Cookie")).containsExactly(CLEARED);
    }
}
