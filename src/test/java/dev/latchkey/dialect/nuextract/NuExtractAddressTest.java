package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.http.Reply;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code get_api_auth}: where to open a browser. */
class NuExtractAddressTest {
    private static TestServer server;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        api = Http.at(server.url("/nuextract/v1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_address_of_our_sign_in_page_is_plain_text() {
        var answer = ask("http://localhost:5173/done?a=1&b=2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(Reply.TEXT);
        assertThat(answer.text())
                .startsWith(server.url("/oidc/authorize?response_type=code").toString())
                .contains("&client_id=nuextract")
                .contains("&redirect_uri=http%3A%2F%2Flocalhost%3A5173%2Fdone%3Fa%3D1%26b%3D2")
                .contains("&scope=openid+profile+email")
                .containsPattern("&state=[A-Za-z0-9_-]{43}$");
    }

    @Test
    void every_state_is_another() {
        assertThat(ask("http://localhost:5173").text())
                .isNotEqualTo(ask("http://localhost:5173").text());
    }

    @Test
    void a_missing_redirect_uri_is_refused() {
        assertRefused(api.get("/api/auth"));
        assertRefused(api.get("/api/auth?redirectUri"));
        assertRefused(api.get("/api/auth?redirectUri="));
        assertRefused(api.get("/api/auth?redirect_uri=http://localhost:5173"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/relative",
                "relative",
                "//localhost:5173",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "http://localhost:5174",
                "https://localhost:5173",
                "http://localhost",
                "http://localhost:5173@evil.example",
                "http://user@localhost:5173",
                "http://localhost:5173.evil.example",
                "http://evil.example#http://localhost:5173",
                "http://localhost:5173/#token",
                "http://evil.example\\@localhost:5173",
                "http://localhost:5173\\@evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "HTTP:localhost:5173",
                "http:/localhost:5173",
                "http:///localhost:5173",
                "http://localhost:5173/\r\nSet-Cookie: a=b",
                "http://localhost:5173/ x",
                "\thttp://localhost:5173",
                "http://loc\u00e4lhost:5173",
                "http://localhost\u3002evil.example:5173",
                "http://localhost:5173/\u2028",
            })
    void whatever_is_not_on_the_list_is_refused(String target) {
        assertRefused(ask(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%00", "http%3A%2F%2Flocalhost%3A5173%00"})
    void an_escape_that_is_no_text_is_refused(String escaped) {
        assertRefused(api.get("/api/auth?redirectUri=" + escaped));
    }

    @Test
    void an_over_long_target_is_refused() {
        assertRefused(ask("http://localhost:5173/" + "a".repeat(3000)));
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(Reply.TEXT);
        assertThat(answer.text())
                .startsWith("Invalid value for: query parameter redirectUri")
                .doesNotContain("evil");
    }

    private static Http.Answer ask(String target) {
        return api.get(
                "/api/auth?redirectUri=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }
}
