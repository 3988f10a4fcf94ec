package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A server as GitHub is: no ID token, a numeric id, addresses in a list of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuth2ProviderTest {
    private HttpServer hub;
    private TestServer server;
    private volatile String user = "";
    private volatile String emails = "[]";
    private volatile String tokenForm = "";
    private volatile String issuer = "";

    @BeforeAll
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        hub.createContext("/authorize", this::authorize);
        hub.createContext(
                "/token",
                exchange -> {
                    tokenForm =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    json(exchange, "{\"access_token\":\"t\",\"token_type\":\"bearer\"}");
                });
        hub.createContext("/user", exchange -> json(exchange, user));
        hub.createContext("/emails", exchange -> json(exchange, emails));
        hub.start();
        var base = "http://127.0.0.1:" + hub.getAddress().getPort();
        var prefix = "LATCHKEY_PROVIDERS_HUB_";
        server =
                TestServer.start(
                        Map.of(
                                prefix + "KIND", "oauth2",
                                prefix + "NAME", "Hub",
                                prefix + "AUTHORIZATION_ENDPOINT", base + "/authorize",
                                prefix + "TOKEN_ENDPOINT", base + "/token",
                                prefix + "USERINFO_ENDPOINT", base + "/user",
                                prefix + "EMAILS_ENDPOINT", base + "/emails",
                                prefix + "SCOPES", "read:user, user:email",
                                prefix + "CLIENT_ID", "us",
                                prefix + "CLIENT_SECRET", "secret"));
    }

    @AfterAll
    void stop() {
        server.close();
        hub.stop(0);
    }

    @Test
    void the_primary_address_counts_and_the_number_is_who_it_is() {
        user = "{\"id\":583231,\"login\":\"octo-1\",\"name\":\"Mona Lisa Octocat\",\"email\":null}";
        emails =
                """
                [{"email":"old@example.org","primary":false,"verified":true},
                 {"email":"mona@example.org","primary":true,"verified":true}]
                """;
        var visitor = Visitor.at(server.url());
        signIn(visitor);

        assertThat(visitor.get("/").text()).contains("mona@example.org").contains("Mona Lisa");
        assertThat(tokenForm)
                .contains("client_id=us")
                .contains("client_secret=secret")
                .contains("code_verifier=");

        user = "{\"id\":583231,\"login\":\"renamed\"}";
        emails = "[]";
        var again = Visitor.at(server.url());
        signIn(again);
        assertThat(again.get("/").text()).contains("mona@example.org");
    }

    @Test
    void an_unverified_address_is_proven_first() {
        user = "{\"id\":2,\"login\":\"octo-2\"}";
        emails = "[{\"email\":\"unproven@example.org\",\"primary\":true,\"verified\":false}]";

        assertThat(signIn(Visitor.at(server.url())).text()).contains("Verify your email first");
    }

    @Test
    void who_has_no_address_or_no_id_does_not_get_in() {
        user = "{\"id\":3,\"login\":\"octo-3\",\"email\":\"public@example.org\"}";
        emails = "[]";
        assertThat(signIn(Visitor.at(server.url())).status()).isEqualTo(502);

        user = "{\"login\":\"octo-4\"}";
        assertThat(signIn(Visitor.at(server.url())).status()).isEqualTo(502);
    }

    @Test
    void an_answer_of_another_issuer_is_refused() {
        user = "{\"id\":5,\"login\":\"octo-5\"}";
        emails = "[{\"email\":\"five@example.org\",\"primary\":true,\"verified\":true}]";
        issuer = "&iss=https://other.example.com";
        try {
            assertThat(signIn(Visitor.at(server.url())).status()).isEqualTo(502);
        } finally {
            issuer = "";
        }
    }

    private Answer signIn(Visitor visitor) {
        var there = visitor.get("/auth/provider/hub").header("Location");
        assertThat(there).contains("scope=read%3Auser+user%3Aemail").contains("S256");
        return visitor.get(visitor.get(there).header("Location"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var back = query.replaceFirst(".*redirect_uri=([^&]*).*", "$1");
        var state = query.replaceFirst(".*state=([^&]*).*", "$1");
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        java.net.URLDecoder.decode(back, StandardCharsets.UTF_8)
                                + "?code=c&state="
                                + state
                                + issuer);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
