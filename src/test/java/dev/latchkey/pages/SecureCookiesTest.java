package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

class SecureCookiesTest {

    @Test
    void with_https_both_cookies_are_kept_from_other_hosts_and_plain_connections() {
        try (var server =
                TestServer.start(
                        Map.of("LATCHKEY_SERVER_PUBLIC_URL", "https://login.example.com"))) {
            server.user("ada@example.org");
            var http = Http.at(URI.create("http://127.0.0.1:" + server.app().ports().getFirst()));

            var page = http.get("/auth/login");
            var browser = page.cookie("__Host-latchkey_browser").orElseThrow();
            assertThat(page.header("Set-Cookie"))
                    .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure");
            var fields = new HashMap<>(Visitor.hidden(page));
            fields.putAll(Map.of("email", "ada@example.org", "password", TestServer.PASSWORD));
            var answer =
                    http.with("Cookie", "__Host-latchkey_browser=" + browser)
                            .with("Origin", "https://login.example.com")
                            .raw(
                                    "POST",
                                    "/auth/login",
                                    "application/x-www-form-urlencoded",
                                    form(fields));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("https://login.example.com/");
            assertThat(answer.header("Set-Cookie"))
                    .startsWith("__Host-latchkey_session=")
                    .endsWith("; Secure");
        }
    }

    private static byte[] form(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) ->
                text.append(name).append('=').append(Visitor.encode(value)).append('&'));
        return text.toString().getBytes();
    }
}
