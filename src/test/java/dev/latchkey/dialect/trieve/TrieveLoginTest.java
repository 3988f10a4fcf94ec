package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.dialect.Redirect;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** {@code login}: the browser's way to the provider. */
class TrieveLoginTest {
    private static TestServer server;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("LATCHKEY_APIS_TRIEVE_PORT", "0"));
        api = Http.at(server.url("/trieve"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_browser_is_sent_to_the_provider_with_pkce_state_and_nonce() {
        var redirect = Redirect.of(api.get("/api/auth"), 303);

        assertThat(redirect.target()).isEqualTo(server.url("/oidc/authorize").toString());
        assertThat(redirect.query("response_type")).isEqualTo("code");
        assertThat(redirect.query("client_id")).isEqualTo("trieve");
        assertThat(redirect.query("scope")).isEqualTo("openid profile email");
        assertThat(redirect.query("code_challenge_method")).isEqualTo("S256");
        assertThat(redirect.query("code_challenge")).hasSize(43);
        assertThat(redirect.query("state")).hasSize(43);
        assertThat(redirect.query("nonce")).hasSize(43);
        assertThat(redirect.query("redirect_uri"))
                .isEqualTo(server.url("/trieve/api/auth/callback").toString());
        assertThat(redirect.cookie()).endsWith("; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax");
    }

    @Test
    void the_way_back_has_the_name_that_the_browser_used() {
        var port = server.url().getPort();
        var byAddress = Http.at(URI.create("http://127.0.0.1:" + port + "/trieve"));

        assertThat(Redirect.of(byAddress.get("/api/auth"), 303).query("redirect_uri"))
                .isEqualTo("http://127.0.0.1:" + port + "/trieve/api/auth/callback");
    }

    @Test
    void on_a_port_of_its_own_it_comes_back_there() {
        var port = server.app().ports().get(1);
        var own = Http.at(URI.create("http://localhost:" + port));

        var redirect = Redirect.of(own.get("/api/auth"), 303);

        assertThat(redirect.target()).isEqualTo(server.url("/oidc/authorize").toString());
        assertThat(redirect.query("redirect_uri"))
                .isEqualTo("http://localhost:" + port + "/api/auth/callback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5173",
                "http://localhost:5173/app?x=1",
                "HTTP://LOCALHOST:5173/",
                "/",
                "/dashboard?x=1"
            })
    void what_is_on_the_list_or_our_own_is_accepted(String target) {
        assertThat(ask("redirect_uri", target).status()).isEqualTo(303);
        assertThat(ask("redirect_uri", server.url("/x").toString()).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "http://localhost:5173@evil.example",
                "http://user:pw@localhost:5173",
                "http://localhost:5173.evil.example",
                "http://localhost:5174",
                "https://localhost:5173",
                "javascript:alert(1)",
                "data:text/html,x",
                "dashboard",
                "http://localhost:5173/\r\nSet-Cookie: a=b",
                "/\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "http://localhost\uff0fevil.example:5173",
                "http://evil\u3002example",
                "http://localhost:5173/#x",
                ""
            })
    void whatever_else_is_refused(String target) {
        assertRefused(ask("redirect_uri", target));
    }

    @Test
    void sign_ins_that_were_never_finished_do_not_fill_the_browser_s_header() {
        var jar = new LinkedHashMap<String, String>();
        for (int i = 0; i < 60; i++) {
            var cookies = String.join("; ", jar.values());
            var answer =
                    api.with("Cookie", "a=b; " + cookies)
                            .get("/api/auth?redirect_uri=/" + "x".repeat(1500));
            assertThat(answer.status()).isEqualTo(303);
            keep(answer, jar);
            assertThat(jar).hasSizeBetween(1, 4);
        }
    }

    private static void keep(Http.Answer answer, Map<String, String> jar) {
        for (var cookie : answer.response().headers().allValues("Set-Cookie")) {
            var pair = cookie.substring(0, cookie.indexOf(';'));
            var name = pair.substring(0, pair.indexOf('='));
            jar.remove(name);
            if (!cookie.contains("Max-Age=0")) {
                jar.put(name, pair);
            }
        }
    }

    @Test
    void the_page_it_comes_from_has_to_be_on_the_list_too() {
        var evil = api.with("Referer", "https://evil.example/");

        assertRefused(evil.get("/api/auth"));

        assertThat(evil.get("/api/auth?redirect_uri=/").status()).isEqualTo(303);
        assertThat(api.with("Referer", "http://localhost:5173/x").get("/api/auth").status())
                .isEqualTo(303);
    }

    @Test
    void an_organization_or_invitation_that_is_no_uuid_is_refused() {
        for (var name : new String[] {"organization_id", "inv_code"}) {
            for (var value : new String[] {"x", "", "1-2-3-4-5", "%00", "%ff", "\u00e4"}) {
                var escaped = value.startsWith("%") ? value : encode(value);
                assertRefused(api.get("/api/auth?" + name + "=" + escaped));
            }
            assertThat(ask(name, UUID.randomUUID().toString()).status()).isEqualTo(303);
        }
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("message");
        assertThat(answer.text()).doesNotContain("evil");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    private static Http.Answer ask(String name, String value) {
        return api.get("/api/auth?" + name + "=" + encode(value));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
