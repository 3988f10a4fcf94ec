package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;

/** An app's whole way: it asks where to sign in, a browser goes there, and brings back a code. */
class NuExtractBrowserTest {
    private static final String APP = "http://localhost:5173/done?a=b";

    private static TestServer server;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        server.user("ada@example.com");
        api = Http.at(server.url("/nuextract/v1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_code_that_comes_back_gives_tokens_once() {
        var browser = Visitor.at(server.url());
        var start = start(APP);

        var page = browser.open(start);
        var end = browser.settle(browser.signIn(page, "ada@example.com", TestServer.PASSWORD));

        assertThat(end.header("Location"))
                .startsWith(APP + "&")
                .contains("state=" + find(start, "state"));
        var code = find(String.valueOf(end.header("Location")), "code");
        var tokens = redeem(code, APP);
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        var me = api.bearer(tokens.json().get("token").asString()).get("/api/auth/me");
        assertThat(me.json().get("email").asString()).isEqualTo("ada@example.com");
        assertThat(redeem(code, APP).status()).isEqualTo(400);
    }

    @Test
    void a_second_app_gets_a_code_without_a_password_and_for_itself_alone() {
        var browser = Visitor.at(server.url());
        browser.settle(
                browser.signIn(browser.open(start(APP)), "ada@example.com", TestServer.PASSWORD));

        var end = browser.open(start("http://localhost:5173/second"));

        var code = find(String.valueOf(end.header("Location")), "code");
        assertThat(redeem(code, APP).status()).isEqualTo(400);
        assertThat(redeem(code, "http://localhost:5173/second").status()).isEqualTo(200);
    }

    @Test
    void an_address_that_was_tampered_with_sends_no_browser_away() {
        var tampered = start(APP).replace("localhost%3A5173", "evil.example");

        var answer = Visitor.at(server.url()).open(tampered);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
    }

    private static String start(String target) {
        return api.get("/api/auth?redirectUri=" + Visitor.encode(target)).text();
    }

    private static Http.Answer redeem(String code, String redirectUri) {
        return api.post("/api/auth/token", Map.of("code", code, "redirectUri", redirectUri));
    }

    private static String find(String url, String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertThat(found.find()).as(name + " in " + url).isTrue();
        return found.group(1);
    }
}
