package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/** A browser's whole way: Trieve, our sign-in page, and back. */
class TrieveBrowserTest {
    private static final String LOGIN = "/trieve/api/auth?redirect_uri=http://localhost:5173/app";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server =
                TestServer.start(
                        Map.of(
                                "LATCHKEY_SIGNUP_MODE",
                                "multi",
                                "LATCHKEY_APIS_TRIEVE_PORT",
                                freePort()));
        server.user("ada@example.com");
        server.loneUser("founder@example.com");
    }

    /**
     * Known beforehand, as it is to whoever configures one, so that it counts as an origin of ours.
     */
    private static String freePort() {
        try (var probe = new ServerSocket(0)) {
            return Integer.toString(probe.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void it_ends_at_the_app_with_a_session() {
        var browser = Visitor.at(server.url());

        var end = signIn(browser, LOGIN, "ada@example.com");

        assertThat(end.status()).isEqualTo(303);
        assertThat(end.header("Location")).isEqualTo("http://localhost:5173/app");
        assertThat(browser.get("/trieve/api/auth/me").json().get("email").asString())
                .isEqualTo("ada@example.com");
    }

    @Test
    void who_is_signed_in_already_is_not_asked_again_until_they_leave() {
        var browser = Visitor.at(server.url());
        signIn(browser, LOGIN, "ada@example.com");

        assertThat(browser.open(LOGIN).header("Location")).isEqualTo("http://localhost:5173/app");
        var cookie = "trieve_session=" + browser.cookie("trieve_session").orElseThrow();
        Http.at(server.url()).with("Cookie", cookie).delete("/trieve/api/auth");

        assertThat(browser.get("/trieve/api/auth/me").status()).isEqualTo(400);
        assertThat(browser.open(LOGIN).text()).contains("name=\"password\"");
    }

    @Test
    void the_founder_of_an_organization_is_new_once() {
        var end = signIn(Visitor.at(server.url()), LOGIN, "founder@example.com");
        var again = signIn(Visitor.at(server.url()), LOGIN, "founder@example.com");

        assertThat(end.header("Location")).isEqualTo("http://localhost:5173/app?new_user=true");
        assertThat(again.header("Location")).isEqualTo("http://localhost:5173/app");
    }

    @Test
    void a_wrong_password_gives_nothing_and_another_try() {
        var browser = Visitor.at(server.url());

        var page = browser.signIn(browser.open(LOGIN), "ada@example.com", "wrong horse");

        assertThat(browser.cookie("trieve_session")).isEmpty();
        var end = browser.settle(browser.signIn(page, "ada@example.com", TestServer.PASSWORD));
        assertThat(end.header("Location")).isEqualTo("http://localhost:5173/app");
    }

    @Test
    void by_address_instead_of_name_it_works_as_well() {
        var byAddress = URI.create("http://127.0.0.1:" + server.url().getPort());

        // Our own provider's address has the public name; from there it leads back by address.
        var browser = Visitor.at(byAddress);
        var begun = browser.get(byAddress + LOGIN);
        var page = follow(browser, begun);
        var end = follow(browser, browser.signIn(page, "ada@example.com", TestServer.PASSWORD));

        assertThat(end.header("Location")).isEqualTo("http://localhost:5173/app");
        assertThat(browser.get(byAddress + "/trieve/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void on_a_port_of_its_own_it_works_as_well() {
        var own = "http://localhost:" + server.app().ports().get(1);
        var browser = Visitor.at(server.url());

        var page = follow(browser, browser.get(own + "/api/auth?redirect_uri=" + own + "/ui"));
        var end = follow(browser, browser.signIn(page, "ada@example.com", TestServer.PASSWORD));

        assertThat(end.status()).isEqualTo(404);
        assertThat(end.response().uri()).isEqualTo(URI.create(own + "/ui"));
        assertThat(browser.get(own + "/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void nobody_signs_another_browser_in_as_themselves() {
        var attacker = Visitor.at(server.url());
        var page = attacker.open(LOGIN);
        var onward = attacker.signIn(page, "ada@example.com", TestServer.PASSWORD);
        while (!String.valueOf(onward.header("Location")).contains("/trieve/api/auth/callback?")) {
            onward = attacker.get(String.valueOf(onward.header("Location")));
        }
        var victim = Visitor.at(server.url());

        var answer = victim.get(String.valueOf(onward.header("Location")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("message");
        assertThat(victim.cookie("trieve_session")).isEmpty();
    }

    private static Http.Answer signIn(Visitor browser, String start, String email) {
        var page = browser.open(start);
        return browser.settle(browser.signIn(page, email, TestServer.PASSWORD));
    }

    /** Through every redirect but the one to the app, whatever name we have. */
    private static Http.Answer follow(Visitor browser, Http.Answer answer) {
        var last = answer;
        while (last.header("Location") != null
                && !String.valueOf(last.header("Location")).startsWith("http://localhost:5173")) {
            last = browser.get(String.valueOf(last.header("Location")));
        }
        return last;
    }
}
