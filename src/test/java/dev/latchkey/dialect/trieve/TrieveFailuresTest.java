package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.session.Carrier;
import dev.latchkey.dialect.Given;
import dev.latchkey.dialect.Redirect;
import dev.latchkey.testkit.BadInput;
import dev.latchkey.testkit.GoodRequest;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.Stream;

/** What is answered when a request cannot be used, and when the database is gone. */
class TrieveFailuresTest {
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

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_in_this_api_s_words() {
        return BadInput.tests(
                server.url("/trieve"),
                List.of(
                        GoodRequest.get("/api/auth").alsoKnows("HEAD", "DELETE"),
                        GoodRequest.delete("/api/auth").alsoKnows("GET"),
                        GoodRequest.get("/api/auth/callback"),
                        GoodRequest.get("/api/auth/me")),
                answer -> assertOwnShape(new Http.Answer(answer)));
    }

    @Test
    void without_a_database_me_fails_in_this_api_s_words_and_recovers() {
        var fresh = api.with("Authorization", given.apiToken(given.somebody()));

        try (var _ = given.brokenDatabase()) {
            assertFault(fresh.get("/api/auth/me"));
        }

        assertThat(fresh.get("/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void without_a_database_nobody_is_told_that_they_are_signed_out() {
        var browser = api.with("Cookie", "trieve_session=" + given.cookie(given.somebody()));
        assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);

        try (var _ = given.brokenDatabase()) {
            assertFault(browser.delete("/api/auth"));
        }

        assertThat(browser.get("/api/auth/me").status()).isEqualTo(200);
        assertThat(browser.delete("/api/auth").status()).isEqualTo(204);
        assertThat(browser.get("/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void without_a_database_the_callback_fails_and_the_next_sign_in_works() {
        var user = given.somebody();
        var begun = Redirect.of(api.get("/api/auth"), 303);
        var code = given.code(given.session(user, Carrier.COOKIE), begun.request());
        var back = "/api/auth/callback?code=" + code + "&state=" + begun.query("state");
        var browser = api.with("Cookie", begun.sentCookie());

        try (var _ = given.brokenDatabase()) {
            assertThat(api.get("/api/auth").status()).isEqualTo(303);
            assertFault(browser.get(back));
        }

        assertThat(browser.get(back).status()).isEqualTo(200);
    }

    private static void assertFault(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertOwnShape(answer);
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    private static void assertOwnShape(Http.Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames()).containsExactly("message");
        assertThat(answer.json().get("message").asString()).isNotEmpty();
    }
}
