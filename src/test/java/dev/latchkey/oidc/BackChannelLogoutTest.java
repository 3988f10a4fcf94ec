package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackChannelLogoutTest {
    private static final String ADA = "ada@example.org";
    private static final Duration SOON = Duration.ofSeconds(10);

    private TestServer server;
    private User ada;

    @BeforeAll
    void start() {
        server = TestServer.start();
        ada = server.user(ADA);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Party party(String uri) {
        var s = Party.settings();
        return Party.of(
                server,
                new ClientSettings(
                        "Listening",
                        s.proof(),
                        null,
                        s.idTokenAlgorithm(),
                        s.redirectUris(),
                        s.postLogoutUris(),
                        uri,
                        s.grants(),
                        null,
                        s.scopes(),
                        true,
                        false));
    }

    private static void awaits(Listener listener, int many) {
        Eventually.within(SOON, many + " notices", () -> listener.heard.size() >= many);
    }

    private SessionId signIn(Party party, Visitor visitor) {
        return signIn(party, visitor, ADA);
    }

    private SessionId signIn(Party party, Visitor visitor, String email) {
        var token = party.exchange(party.code(visitor, email)).json().get("id_token").asString();
        return SessionId.of(UUID.fromString(Party.claims(token).get("sid").asString()));
    }

    @Test
    void a_client_is_told_by_a_token_that_its_library_takes() throws Exception {
        try (var listener = new Listener(_ -> 200)) {
            var party = party(listener.uri() + "/logout");
            var visitor = Visitor.at(server.url());
            var session = signIn(party, visitor);

            visitor.submit(visitor.get("/auth/logout"), Map.of());

            awaits(listener, 1);
            var heard = listener.heard.getFirst();
            assertThat(heard.method()).isEqualTo("POST");
            assertThat(heard.contentType()).isEqualTo("application/x-www-form-urlencoded");
            var keys = JWKSet.parse(Http.at(server.url()).get("/oidc/jwks").text());
            var claims =
                    new LogoutTokenValidator(
                                    new Issuer(server.url()),
                                    new ClientID(party.id),
                                    JWSAlgorithm.RS256,
                                    keys)
                            .validate(JWTParser.parse(heard.token()));
            assertThat(claims.getSessionID().getValue()).isEqualTo(session.toString());
            assertThat(claims.getSubject().getValue()).isEqualTo(ada.id().toString());
            var raw = Party.claims(heard.token());
            assertThat(raw.get("events").toString())
                    .isEqualTo("{\"http://schemas.openid.net/event/backchannel-logout\":{}}");
            assertThat(raw.has("nonce")).isFalse();
            assertThat(Party.header(heard.token()).get("typ").asString()).isEqualTo("logout+jwt");
        }
    }

    @Test
    void a_logout_token_passes_for_no_hint_and_for_no_access_token() {
        try (var listener = new Listener(_ -> 200)) {
            var party = party(listener.uri());
            var visitor = Visitor.at(server.url());
            signIn(party, visitor);
            visitor.submit(visitor.get("/auth/logout"), Map.of());
            awaits(listener, 1);

            var token = listener.heard.getFirst().token();

            assertThat(party.userInfo(token).status()).isEqualTo(401);
            assertThat(visitor.get("/oidc/logout?id_token_hint=" + token).status()).isEqualTo(400);
        }
    }

    @Test
    void a_session_that_ends_by_any_door_is_told_of_once() {
        var bob = server.user("bob@example.org");
        var origin = Origin.local("test");
        try (var listener = new Listener(_ -> 204)) {
            var party = party(listener.uri());
            var core = server.core();

            var page = Visitor.at(server.url());
            var hint = party.exchange(party.code(page, "bob@example.org")).json().get("id_token");
            party.code(page, "bob@example.org");
            page.get("/oidc/logout?id_token_hint=" + hint.asString());
            awaits(listener, 1);

            core.endSession.run(signIn(party, Visitor.at(server.url()), "bob@example.org"), origin);
            awaits(listener, 2);

            signIn(party, Visitor.at(server.url()), "bob@example.org");
            signIn(party, Visitor.at(server.url()), "bob@example.org");
            core.endSession.all(bob.id(), "test", origin);
            awaits(listener, 4);

            signIn(party, Visitor.at(server.url()), "bob@example.org");
            core.changeStatus.run(bob.id(), User.Status.DISABLED, null, origin);
            awaits(listener, 5);
            assertThat(listener.heard).hasSize(5);
        }
    }

    @Test
    void everything_ends_for_offline_access_too_when_all_is_ended() {
        var cy = server.user("cy@example.org");
        var party = Party.of(server);
        var refresh = party.exchange(party.code("cy@example.org")).json().get("refresh_token");

        server.core().endSession.all(cy.id(), "test", Origin.local("test"));

        assertThat(party.refresh(refresh.asString()).status()).isEqualTo(400);
    }

    @Test
    void a_failure_is_tried_again_and_no_redirect_is_followed() {
        try (var listener = new Listener(before -> before == 0 ? 302 : 200)) {
            var party = party(listener.uri());
            var visitor = Visitor.at(server.url());
            signIn(party, visitor);

            visitor.submit(visitor.get("/auth/logout"), Map.of());

            awaits(listener, 2);
            assertThat(listener.heard).allMatch(heard -> heard.method().equals("POST"));
        }
    }

    @Test
    void nobody_waits_for_a_client_that_is_away() {
        var party = party("http://127.0.0.1:9/away");
        var visitor = Visitor.at(server.url());
        signIn(party, visitor);

        var start = System.nanoTime();
        var answer = visitor.submit(visitor.get("/auth/logout"), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
