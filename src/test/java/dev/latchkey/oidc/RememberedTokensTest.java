package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A token that was found good is answered from memory: here is what must end that at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RememberedTokensTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Origin ORIGIN = Origin.local("test");

    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;

    /** What ends a token. */
    private enum End {
        GIVEN_BACK {
            @Override
            void of(TestServer server, Party party, User user, String token) {
                assertThat(party.revoke(token).status()).isEqualTo(200);
            }
        },
        ALL_SESSIONS_ENDED {
            @Override
            void of(TestServer server, Party party, User user, String token) {
                server.core().endSession.all(user.id(), "test", ORIGIN);
            }
        },
        USER_DISABLED {
            @Override
            void of(TestServer server, Party party, User user, String token) {
                server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, ORIGIN);
            }
        },
        CLIENT_DELETED {
            @Override
            void of(TestServer server, Party party, User user, String token) {
                server.core().openId.deleteClient.run(party.id, null, ORIGIN);
            }
        },
        KEY_STOLEN {
            @Override
            void of(TestServer server, Party party, User user, String token) {
                server.core().openId.rotateKeys.replaceStolen(null, ORIGIN);
            }
        };

        abstract void of(TestServer server, Party party, User user, String token);
    }

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private User person() {
        return server.user("remembered" + PEOPLE.incrementAndGet() + "@example.org");
    }

    private String token(Party party, User user) {
        var answer = party.exchange(party.code(user.email().text()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("access_token").asString();
    }

    /** Twice, so that the second answer comes from memory. */
    private static void assertRemembered(Party party, String token) {
        for (int i = 0; i < 2; i++) {
            assertThat(party.introspect(token).json().get("active").asBoolean()).isTrue();
            assertThat(party.userInfo(token).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void nothing_that_ends_a_token_leaves_it_in_memory(End end) {
        var party = Party.of(server);
        var api = Party.of(server, Party.apiSettings());
        var user = person();
        var token = token(party, user);
        assertRemembered(party, token);
        assertThat(api.introspect(token).json().get("active").asBoolean()).isTrue();

        end.of(server, party, user, token);

        assertThat(api.introspect(token).text()).isEqualTo("{\"active\":false}");
        assertThat(party.userInfo(token).status()).isEqualTo(401);
    }

    @Test
    void a_key_that_was_stolen_opens_none_of_our_apis_either() {
        var http = Http.at(server.url()).bearer(server.accessToken(person()));
        assertThat(http.get("/aivo/auth/v1/me").status()).isEqualTo(200);
        assertThat(http.get("/aivo/auth/v1/me").status()).isEqualTo(200);

        server.core().openId.rotateKeys.replaceStolen(null, ORIGIN);

        assertThat(http.get("/aivo/auth/v1/me").status()).isEqualTo(401);
    }

    @Test
    void a_remembered_token_expires() {
        var party = Party.of(server);
        var token = token(party, person());
        assertRemembered(party, token);

        clock.advance(Duration.ofMinutes(16));

        assertThat(party.introspect(token).text()).isEqualTo("{\"active\":false}");
        assertThat(party.userInfo(token).status()).isEqualTo(401);
    }

    @Test
    void a_changed_name_is_told_at_once() {
        var party = Party.of(server);
        var user = person();
        var token = token(party, user);
        assertRemembered(party, token);

        server.core()
                .selfService
                .changeProfile
                .run(
                        new dev.latchkey.core.account.ChangeProfile.Command(
                                user.id(), "Grace", "Hopper", null, ORIGIN));

        assertThat(party.userInfo(token).text()).contains("Grace");
    }

    @Test
    void a_remembered_clients_old_secret_is_refused_at_once() {
        var party = Party.of(server);
        var token = token(party, person());
        assertRemembered(party, token);

        var renewed = server.core().openId.changeClient.renewSecret(party.id, null, ORIGIN);

        assertThat(party.introspect(token).status()).isEqualTo(401);
        var secret = renewed.secret();
        assertThat(secret).isNotNull();
        var basic = Party.basic(party.id, secret.text());
        assertThat(party.form(basic, "/oidc/introspect", Map.of("token", token)).text())
                .contains("\"active\":true");
    }

    @Test
    void memory_answers_nobody_who_did_not_prove_who_they_are() {
        var party = Party.of(server);
        var stranger = Party.of(server);
        var token = token(party, person());
        assertRemembered(party, token);
        stranger.introspect(token);

        var form = Map.of("token", token);
        assertThat(stranger.introspect(token).text()).isEqualTo("{\"active\":false}");
        var mixed = Party.basic(party.id, stranger.secret());
        assertThat(party.form(mixed, "/oidc/introspect", form).status()).isEqualTo(401);
        assertThat(party.form(null, "/oidc/introspect", form).status()).isEqualTo(401);
        var named = Map.of("token", token, "client_id", party.id);
        assertThat(party.form(null, "/oidc/introspect", named).status()).isEqualTo(401);
    }

    @Test
    void memory_answers_no_request_that_is_wrong() {
        var party = Party.of(server);
        var token = token(party, person());
        assertRemembered(party, token);
        var basic = Party.basic(party.id, party.secret());
        var http = Http.at(server.url()).with("Authorization", basic);

        var twice = "token=" + token + "&token=" + token;
        assertThat(post(http, "application/x-www-form-urlencoded", twice)).isEqualTo(400);
        assertThat(post(http, "application/json", "token=" + token)).isEqualTo(415);
        var broken = "token=" + token + "&hint=%zz";
        assertThat(post(http, "application/x-www-form-urlencoded", broken)).isEqualTo(400);
        var both = "token=" + token + "&client_secret=" + party.secret();
        assertThat(post(http, "application/x-www-form-urlencoded", both)).isEqualTo(400);
        var another = "token=" + token + "&client_id=another";
        assertThat(post(http, "application/x-www-form-urlencoded", another)).isEqualTo(400);
    }

    private static int post(Http http, String type, String body) {
        return http.raw("POST", "/oidc/introspect", type, body.getBytes(StandardCharsets.UTF_8))
                .status();
    }

    @Test
    void what_a_remembered_client_may_no_longer_do_is_refused_at_once() {
        var party = Party.of(server);
        assertThat(party.token("grant_type", "client_credentials").status()).isEqualTo(200);
        assertThat(party.token("grant_type", "client_credentials").status()).isEqualTo(200);
        var s = Party.settings();

        server.core()
                .openId
                .changeClient
                .settings(
                        party.id,
                        new ClientSettings(
                                s.name(),
                                s.proof(),
                                s.jwks(),
                                s.idTokenAlgorithm(),
                                s.redirectUris(),
                                s.postLogoutUris(),
                                s.backChannelLogoutUri(),
                                Set.of(GrantType.AUTHORIZATION_CODE),
                                s.audience(),
                                s.scopes(),
                                s.trusted(),
                                s.resourceServer()),
                        null,
                        ORIGIN);

        assertThat(party.token("grant_type", "client_credentials").status()).isEqualTo(400);
    }
}
