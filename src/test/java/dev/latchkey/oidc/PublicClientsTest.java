package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.code.Pkce;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native applications and pages in the browser (RFC 8252). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicClientsTest {
    private static final String ADA = "ada@example.org";

    private TestServer server;
    private Party party;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user(ADA);
        party =
                Party.of(
                        server,
                        Party.publicSettings(
                                "http://127.0.0.1/cb", "http://[::1]/cb", "com.example.app:/cb"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String[] with(String redirectUri) {
        return new String[] {
            "redirect_uri",
            redirectUri,
            "code_challenge",
            Pkce.challengeOf(party.verifier),
            "code_challenge_method",
            "S256"
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:51004/cb",
                "http://127.0.0.1/cb",
                "http://[::1]:61023/cb",
                "com.example.app:/cb"
            })
    void any_port_of_loopback_will_do_and_the_code_is_bound_to_it(String uri) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.open("/auth/login"), ADA, TestServer.PASSWORD);

        var back = visitor.get(party.authorize(with(uri)));

        assertThat(back.header("Location")).startsWith(uri + "?");
        var code = back.header("Location").replaceAll(".*[?&]code=([^&]*).*", "$1");
        assertThat(
                        party.exchange(
                                        code,
                                        "redirect_uri",
                                        "http://127.0.0.1:1/cb",
                                        "code_verifier",
                                        party.verifier)
                                .status())
                .isEqualTo(400);
        assertThat(
                        party.exchange(code, "redirect_uri", uri, "code_verifier", party.verifier)
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:51004/cb",
                "http://127.0.0.1:51004/other",
                "http://127.0.0.1:99999/cb",
                "http://127.0.0.1:51004/cb?x",
                "http://127.0.0.2/cb",
                "https://127.0.0.1/cb",
                "http://127.0.0.1@evil.example/cb",
                "http://127.0.0.1:80@evil.example/cb",
                "http://127.0.0.1:51004\\@evil.example/cb",
                "com.example.app:/other",
                "com.example.app2:/cb"
            })
    void nothing_else_may_differ(String uri) {
        var answer = Visitor.at(server.url()).get(party.authorize(with(uri)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
    }

    @Test
    void a_confidential_clients_port_is_its_own() {
        var s = Party.settings();
        var confidential =
                Party.of(
                        server,
                        new dev.latchkey.core.client.ClientSettings(
                                "C",
                                s.proof(),
                                null,
                                s.idTokenAlgorithm(),
                                java.util.List.of("http://127.0.0.1:3000/cb"),
                                java.util.List.of(),
                                null,
                                s.grants(),
                                null,
                                s.scopes(),
                                true,
                                false));

        var answer =
                Visitor.at(server.url())
                        .get(confidential.authorize("redirect_uri", "http://127.0.0.1:3001/cb"));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void pkce_is_required_and_plain_is_none() {
        var uri = "http://127.0.0.1/cb";
        var visitor = Visitor.at(server.url());

        var without = visitor.get(party.authorize("redirect_uri", uri));
        var plain =
                visitor.get(
                        party.authorize(
                                "redirect_uri",
                                uri,
                                "code_challenge",
                                party.verifier,
                                "code_challenge_method",
                                "plain"));

        assertThat(RelyingParty.answerOf(without)).containsEntry("error", "invalid_request");
        assertThat(RelyingParty.answerOf(plain)).containsEntry("error", "invalid_request");
    }
}
