package dev.latchkey.dialect.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.dialect.Given;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is answered when a request cannot be used, and when the database is gone. */
class SemaphoreFailuresTest {
    private static TestServer server;
    private static Given given;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_in_this_api_s_words() {
        var credential = "Bearer " + given.apiToken(given.somebody());
        var requests =
                Stream.of(
                        GoodRequest.get("/auth/login").alsoKnows("HEAD", "POST"),
                        GoodRequest.post("/auth/login")
                                .text("auth", "x")
                                .text("password", "x")
                                .alsoKnows("GET"),
                        GoodRequest.post("/auth/logout"),
                        GoodRequest.get("/auth/oidc/latchkey/login"),
                        GoodRequest.get("/auth/oidc/latchkey/redirect"),
                        GoodRequest.get("/user/tokens").alsoKnows("HEAD", "POST"),
                        GoodRequest.post("/user/tokens").alsoKnows("GET"),
                        GoodRequest.delete("/user/tokens/x"));
        return BadInput.tests(
                server.url("/semaphore/api"),
                requests.map(request -> request.header("Authorization", credential)).toList(),
                answer -> assertOwnShape(new Http.Answer(answer)));
    }

    @Test
    void without_a_database_every_operation_fails_in_this_api_s_words_and_recovers() {
        var user = given.somebody();
        var api = Http.at(server.url("/semaphore/api"));
        var known = api.with("Cookie", "semaphore=" + given.cookie(user));
        var login = Map.of("auth", user.email().text(), "password", TestServer.PASSWORD);
        assertThat(known.get("/user/tokens").status()).isEqualTo(200);
        List<Function<Http, Http.Answer>> operations =
                List.of(
                        http -> http.post("/auth/login", login),
                        http -> http.post("/auth/logout"),
                        http -> http.post("/user/tokens"),
                        http -> http.delete("/user/tokens/lka_x"));

        try (var _ = given.brokenDatabase()) {
            for (var operation : operations) {
                var answer = operation.apply(known);
                assertThat(answer.status()).isEqualTo(500);
                assertOwnShape(answer);
                assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
            }
            assertThat(api.get("/auth/login").status()).isEqualTo(200);
            assertThat(api.get("/auth/oidc/latchkey/login").status()).isEqualTo(302);
        }

        assertThat(known.get("/user/tokens").status()).isEqualTo(200);
        assertThat(known.post("/user/tokens").status()).isEqualTo(201);
        assertThat(api.post("/auth/login", login).status()).isEqualTo(204);
        assertThat(known.post("/auth/logout").status()).isEqualTo(204);
    }

    @Test
    void an_unremembered_list_fails_without_a_database_and_recovers() {
        var fresh =
                Http.at(server.url("/semaphore/api"))
                        .with("Cookie", "semaphore=" + given.cookie(given.somebody()));

        try (var _ = given.brokenDatabase()) {
            assertThat(fresh.get("/user/tokens").status()).isEqualTo(500);
        }

        assertThat(fresh.get("/user/tokens").status()).isEqualTo(200);
    }

    private static void assertOwnShape(Http.Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().get("error").asString()).isNotEmpty();
    }
}
