package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

@TestInstance(Lifecycle.PER_CLASS)
class NapApiKeyTest {
    private static final String HEADER = "X-NAP-API-Key";

    private final TestServer server =
            TestServer.start(Map.of("LATCHKEY_APIS_NAP_API_KEYS", "first-key,second-key"));
    private final Http http = Http.at(server.url("/nap"));

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth/signup",
        "POST, /api/auth/login",
        "GET, /api/auth/flow/a",
        "POST, /api/auth/flow/a/organization",
        "POST, /api/auth/refresh",
        "POST, /api/auth/logout",
        "POST, /api/auth/verify-email/send",
        "POST, /api/auth/verify-email/verify",
        "GET, /openapi.json",
        "GET, /api/auth/login",
        "GET, /unknown",
        "BREW, /",
        "GET, /%ff"
    })
    void without_a_key_every_path_is_refused(String method, String path) {
        assertError(http.raw(method, path, null, new byte[0]), 401);
        assertError(http.with(HEADER, "wrong").raw(method, path, null, new byte[0]), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-key,second-key", "first-ke", "first-key2", "FIRST-KEY", ""})
    void what_only_looks_like_a_key_is_refused(String key) {
        assertError(http.with(HEADER, key).post("/api/auth/logout"), 401);
    }

    @Test
    void two_keys_in_one_request_are_refused() {
        assertError(
                http.with(HEADER, "first-key").with(HEADER, "second-key").post("/api/auth/logout"),
                401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-key", "second-key"})
    void with_a_key_everything_is_as_without_keys(String key) {
        server.user(key + "@example.com");
        var nap = new Nap(server, http.with(HEADER, key));

        assertThat(nap.tokens(key + "@example.com").has("session_token")).isTrue();
        assertError(nap.http().get("/unknown"), 404);
        assertError(nap.http().get("/api/auth/login"), 405);
        assertThat(nap.http().get("/openapi.json").status()).isEqualTo(200);
    }

    @Test
    void where_no_keys_are_configured_a_key_is_ignored() {
        try (var open = TestServer.start()) {
            open.user("ada@example.com");
            var nap = new Nap(open, Http.at(open.url("/nap")).with(HEADER, "whatever"));

            assertThat(nap.logIn("ada@example.com").status()).isEqualTo(200);
        }
    }
}
