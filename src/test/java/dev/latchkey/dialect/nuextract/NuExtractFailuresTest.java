package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.dialect.Given;
import dev.latchkey.http.Reply;
import dev.latchkey.testkit.BadInput;
import dev.latchkey.testkit.GoodRequest;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is answered when a request cannot be used, and when the database is gone: the seed's status
 * 0.
 */
class NuExtractFailuresTest {
    private static final String APP = "http://localhost:5173";

    private static TestServer server;
    private static Given given;
    private static String token;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
        token = given.apiToken(given.somebody());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_in_this_api_s_words() {
        var credential = "Bearer " + token;
        var id = UUID.randomUUID();
        var requests =
                Stream.of(
                        GoodRequest.get("/api/auth"),
                        GoodRequest.post("/api/auth/token").text("token", "x"),
                        GoodRequest.post("/api/auth/token")
                                .text("code", "x")
                                .text("redirectUri", "x"),
                        GoodRequest.get("/api/auth/me"),
                        GoodRequest.get("/api/auth/user-tokens").alsoKnows("HEAD", "POST"),
                        GoodRequest.post("/api/auth/user-tokens")
                                .text("name", "x")
                                .alsoKnows("GET"),
                        GoodRequest.post("/api/auth/api-keys").text("name", "x").alsoKnows("GET"),
                        put("/api/auth/user-tokens/" + id),
                        GoodRequest.delete("/api/auth/user-tokens/" + id).alsoKnows("PUT"));
        return BadInput.tests(
                server.url("/nuextract/v1"),
                requests.map(request -> request.header("Authorization", credential)).toList(),
                NuExtractFailuresTest::assertOwnShape);
    }

    @TestFactory
    Stream<DynamicTest> a_logout_body_that_is_no_string_is_refused() {
        return Stream.of("", "{", "{}", "[]", "1", "true", "null", "\"x", "\"x\"y", "\u00ff")
                .map(body ->
                        DynamicTest.dynamicTest(
                                "the body " + body,
                                () -> {
                                    var answer =
                                            api().raw(
                                                            "POST",
                                                            "/api/auth/logout",
                                                            Reply.JSON,
                                                            body.getBytes("ISO-8859-1"));
                                    assertThat(answer.status()).isEqualTo(400);
                                    assertOwnShape(answer.response());
                                }));
    }

    @Test
    void without_a_database_every_operation_fails_in_this_api_s_words_and_recovers() {
        var code = code();
        List<Function<Http, Http.Answer>> operations =
                List.of(
                        api -> api.get("/api/auth/user-tokens"),
                        api -> api.post("/api/auth/user-tokens", Map.of("name", "x")),
                        api ->
                                api.put(
                                        "/api/auth/user-tokens/" + UUID.randomUUID(),
                                        Map.of("name", "x")),
                        api -> api.delete("/api/auth/user-tokens/" + UUID.randomUUID()),
                        api ->
                                api.post(
                                        "/api/auth/token",
                                        Map.of("code", code, "redirectUri", APP)),
                        api -> api.post("/api/auth/logout", refreshToken()));
        var unknown = api().bearer("x");
        assertThat(api().get("/api/auth/me").status()).isEqualTo(200);

        try (var _ = given.brokenDatabase()) {
            for (var operation : operations) {
                assertFault(operation.apply(api()));
            }
        }

        assertThat(api().get("/api/auth/user-tokens").status()).isEqualTo(200);
        assertThat(api().post("/api/auth/token", Map.of("code", code, "redirectUri", APP)).status())
                .isEqualTo(200);
        assertThat(unknown.get("/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void me_of_an_unremembered_token_fails_without_a_database_and_recovers() {
        var fresh = Http.at(server.url("/nuextract/v1")).bearer(given.apiToken(given.somebody()));

        try (var _ = given.brokenDatabase()) {
            assertFault(fresh.get("/api/auth/me"));
        }

        assertThat(fresh.get("/api/auth/me").status()).isEqualTo(200);
    }

    private static GoodRequest put(String path) {
        return new GoodRequest(
                        "PUT", path, java.util.Set.of(), Map.of(), Map.of(), java.util.Set.of())
                .text("name", "x")
                .alsoKnows("DELETE");
    }

    private static Http api() {
        return Http.at(server.url("/nuextract/v1")).bearer(token);
    }

    private static String code() {
        var session = given.session(given.somebody(), Carrier.COOKIE);
        return given.code(
                session, new IssueCode.Request("nuextract", APP, "openid", "", null, null));
    }

    /** Of the right form, so that the database has to be asked. */
    private static String refreshToken() {
        return dev.latchkey.core.token.Secret.of(
                        dev.latchkey.core.token.SecretKind.REFRESH_TOKEN,
                        java.util.UUID.randomUUID())
                .text();
    }

    private static void assertFault(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("code").asString()).isEqualTo("internal_error");
        assertThat(answer.json().get("message").asString())
                .startsWith("Something went wrong here. Request ");
    }

    /** Plain text for a 400, as the seed words it; {@code Error} for the rest. */
    private static void assertOwnShape(HttpResponse<String> answer) {
        var shown = new Http.Answer(answer);
        if (answer.statusCode() == 400) {
            assertThat(shown.header("Content-Type")).isEqualTo(Reply.TEXT);
            assertThat(shown.text()).startsWith("Invalid value for: ");
        } else {
            assertThat(shown.json().get("code").asString()).isNotEmpty();
            assertThat(shown.json().get("message").asString()).isNotEmpty();
        }
    }
}
