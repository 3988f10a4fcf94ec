package dev.latchkey.dialect.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A browser's whole way: Semaphore, our sign-in page, and back. */
class SemaphoreBrowserTest {
    private static final String LOGIN = "/semaphore/api/auth/oidc/latchkey/login";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        server.user("ada@example.com");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void it_ends_at_our_root_with_a_session() {
        var browser = Visitor.at(server.url());

        var end = signIn(browser, LOGIN);

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.response().uri()).isEqualTo(server.url("/"));
        assertThat(browser.get("/semaphore/api/user/tokens").status()).isEqualTo(200);
    }

    @Test
    void it_ends_where_it_was_asked_to() {
        var end = signIn(Visitor.at(server.url()), LOGIN + "?redirect=/somewhere%3Fa%3Db");

        assertThat(end.response().uri()).isEqualTo(server.url("/somewhere?a=b"));
    }

    @Test
    void an_unknown_provider_ends_on_our_sign_in_page() {
        var browser = Visitor.at(server.url());

        var page = browser.open("/semaphore/api/auth/oidc/mysso/login");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("name=\"password\"");
    }

    @Test
    void nobody_signs_another_browser_in_as_themselves() {
        var attacker = Visitor.at(server.url());
        var page = attacker.open(LOGIN);
        var onward = attacker.signIn(page, "ada@example.com", TestServer.PASSWORD);
        while (!String.valueOf(onward.header("Location")).contains("/latchkey/redirect?")) {
            onward = attacker.get(String.valueOf(onward.header("Location")));
        }
        var victim = Visitor.at(server.url());

        var end = victim.open(String.valueOf(onward.header("Location")));

        assertThat(end.response().uri()).isEqualTo(server.url("/auth/login"));
        assertThat(victim.cookie("semaphore")).isEmpty();
    }

    private static Http.Answer signIn(Visitor browser, String start) {
        var page = browser.open(start);
        return browser.settle(browser.signIn(page, "ada@example.com", TestServer.PASSWORD));
    }
}
