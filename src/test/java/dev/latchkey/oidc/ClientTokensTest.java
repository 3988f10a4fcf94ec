package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientTokensTest {
    private static final String ADA = "ada@example.org";

    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
        server.user(ADA);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void assertRefused(Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().get("error").asString()).isEqualTo(error);
    }

    private static String text(Answer answer, String member) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get(member).asString();
    }

    @Test
    void a_confidential_client_signs_in_without_pkce_and_nonce() {
        var party = Party.of(server);

        var answer = party.exchange(party.code(ADA));

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var idToken = Party.claims(text(answer, "id_token"));
        assertThat(idToken.get("aud").asString()).isEqualTo(party.id);
        assertThat(idToken.get("email").asString()).isEqualTo(ADA);
        assertThat(idToken.get("email_verified").asBoolean()).isTrue();
        assertThat(idToken.get("acr").asString()).isEqualTo("1");
        assertThat(idToken.get("amr").get(0).asString()).isEqualTo("pwd");
        assertThat(idToken.has("nonce")).isFalse();
        assertThat(Party.header(text(answer, "id_token")).get("alg").asString()).isEqualTo("RS256");
    }

    @Test
    void the_access_token_is_one_of_rfc_9068_and_carries_its_scope() {
        var party = Party.of(server);

        var token = text(party.exchange(party.code(ADA)), "access_token");

        assertThat(Party.header(token).get("typ").asString()).isEqualTo("at+jwt");
        var claims = Party.claims(token);
        assertThat(claims.get("client_id").asString()).isEqualTo(party.id);
        assertThat(claims.get("scope").asString()).isEqualTo("openid profile email offline_access");
        assertThat(claims.get("aud").get(0).asString())
                .isEqualTo(server.url("/oidc/userinfo") + "");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(900);
        assertThat(claims.has("jti")).isTrue();
        assertThat(claims.has("sid")).isFalse();
    }

    @Test
    void a_clients_token_opens_none_of_our_apis() {
        var party = Party.of(server);
        var http = Http.at(server.url());

        var token = text(party.exchange(party.code(ADA)), "access_token");

        var bearer = http.bearer(token);
        assertThat(bearer.get("/trieve/api/auth/me").status()).isGreaterThanOrEqualTo(400);
        assertThat(http.with("Authorization", token).get("/trieve/api/auth/me").status())
                .isGreaterThanOrEqualTo(400);
        assertThat(bearer.get("/nuextract/v1/api/account/tokens").status())
                .isGreaterThanOrEqualTo(400);
        assertThat(bearer.get("/semaphore/api/user/tokens").status()).isEqualTo(401);
        assertThat(bearer.get("/aivo/auth/v1/me").status()).isEqualTo(401);
        assertThat(bearer.post("/nap/api/auth/logout", Map.of()).status())
                .isGreaterThanOrEqualTo(400);
        assertThat(party.userInfo(token).status()).isEqualTo(200);
    }

    @Test
    void user_info_tells_what_the_scopes_allow_and_no_more() {
        var party = Party.of(server);
        var token = text(party.exchange(party.code(ADA, "scope", "openid")), "access_token");
        var mail = text(party.exchange(party.code(ADA, "scope", "openid email")), "access_token");

        assertThat(party.userInfo(token).json().propertyNames()).containsExactly("sub");
        assertThat(party.userInfo(mail).json().propertyNames())
                .containsExactlyInAnyOrder("sub", "email", "email_verified");
    }

    @Test
    void without_offline_access_there_is_no_refresh_token_and_tokens_end_with_the_session() {
        var party = Party.of(server);
        var visitor = Visitor.at(server.url());
        var answer = party.exchange(party.code(visitor, ADA, "scope", "openid"));
        assertThat(answer.json().has("refresh_token")).isFalse();

        visitor.submit(visitor.get("/auth/logout"), Map.of());

        assertThat(party.userInfo(text(answer, "access_token")).status()).isEqualTo(401);
    }

    @Test
    void offline_access_outlives_the_session() {
        var party = Party.of(server);
        var visitor = Visitor.at(server.url());
        var answer = party.exchange(party.code(visitor, ADA));

        visitor.submit(visitor.get("/auth/logout"), Map.of());

        assertThat(party.refresh(text(answer, "refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void a_refreshed_id_token_repeats_nonce_and_sign_in() {
        var party = Party.of(server);
        var first = party.exchange(party.code(ADA, "nonce", "n-1"));
        clock.advance(Duration.ofSeconds(5));

        var second = party.refresh(text(first, "refresh_token"));

        var before = Party.claims(text(first, "id_token"));
        var after = Party.claims(text(second, "id_token"));
        for (var name : List.of("iss", "sub", "aud", "nonce", "auth_time", "sid", "acr")) {
            assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
        }
        assertThat(after.get("iat").asLong()).isGreaterThan(before.get("iat").asLong());
    }

    @Test
    void a_refresh_can_narrow_the_scope_and_never_widen_it() {
        var party = Party.of(server);
        var refresh =
                text(
                        party.exchange(party.code(ADA, "scope", "openid email offline_access")),
                        "refresh_token");

        assertRefused(party.refresh(refresh, "scope", "openid profile"), 400, "invalid_scope");

        var narrow = party.refresh(refresh, "scope", "openid");
        assertThat(text(narrow, "scope")).isEqualTo("openid");
        assertThat(party.userInfo(text(narrow, "access_token")).json().propertyNames())
                .containsExactly("sub");
        assertThat(party.refresh(text(narrow, "refresh_token")).json().get("scope").asString())
                .isEqualTo("openid email offline_access");
    }

    @Test
    void another_clients_refresh_token_is_refused_and_not_used_up() {
        var party = Party.of(server);
        var thief = Party.of(server);
        var refresh = text(party.exchange(party.code(ADA)), "refresh_token");

        assertRefused(thief.refresh(refresh), 400, "invalid_grant");

        assertThat(party.refresh(refresh).status()).isEqualTo(200);
    }

    @Test
    void sixty_four_refreshes_at_once_get_one_successor_and_a_late_replay_ends_the_grant() {
        var party = Party.of(server);
        var refresh = text(party.exchange(party.code(ADA)), "refresh_token");

        var successors =
                Race.run(_ -> text(party.refresh(refresh), "refresh_token")).stream()
                        .collect(Collectors.toSet());
        assertThat(successors).hasSize(1);
        clock.advance(Duration.ofSeconds(11));
        assertRefused(party.refresh(refresh), 400, "invalid_grant");

        assertRefused(
                party.refresh(String.valueOf(successors.iterator().next())), 400, "invalid_grant");
    }

    @Test
    void our_own_apis_refresh_tokens_and_clients_never_mix() {
        var party = Party.of(server);
        var refresh = text(party.exchange(party.code(ADA)), "refresh_token");
        var login =
                Http.at(server.url())
                        .post(
                                "/aivo/auth/v1/login",
                                Map.of("email", ADA, "password", TestServer.PASSWORD));

        var mixed =
                Http.at(server.url())
                        .post("/aivo/auth/v1/refresh", Map.of("refreshToken", refresh));

        assertThat(mixed.status()).isEqualTo(401);
        assertRefused(party.refresh(text(login, "refreshToken")), 400, "invalid_grant");
    }

    @Test
    void a_code_that_comes_again_revokes_what_it_gave() {
        var party = Party.of(server);
        var code = party.code(ADA);
        var answer = party.exchange(code);

        assertRefused(party.exchange(code), 400, "invalid_grant");

        assertThat(party.userInfo(text(answer, "access_token")).status()).isEqualTo(401);
        assertRefused(party.refresh(text(answer, "refresh_token")), 400, "invalid_grant");
    }

    @Test
    void a_stolen_code_is_of_no_use_to_another_client_and_does_no_harm_to_its_own() {
        var party = Party.of(server);
        var thief = Party.of(server);
        var code = party.code(ADA);

        assertRefused(thief.exchange(code), 400, "invalid_grant");
        var answer = party.exchange(code);
        assertRefused(thief.exchange(code), 400, "invalid_grant");

        assertThat(party.userInfo(text(answer, "access_token")).status()).isEqualTo(200);
    }

    @Test
    void of_sixty_four_exchanges_of_one_code_one_succeeds() {
        var party = Party.of(server);
        var code = party.code(ADA);

        var statuses = Race.run(_ -> party.exchange(code).status());

        assertThat(statuses).containsOnlyOnce(200).contains(400);
        assertThat(Set.copyOf(statuses)).containsExactlyInAnyOrder(200, 400);
    }

    @Test
    void a_failed_client_authentication_does_not_use_the_code_up() {
        var party = Party.of(server);
        var code = party.code(ADA);
        var form =
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Party.BACK);
        var wrong = Party.basic(party.id, "lkp_wrong");

        var refused = party.form(wrong, "/oidc/token", form);

        assertRefused(refused, 401, "invalid_client");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic ");
        var posted = new java.util.LinkedHashMap<>(form);
        posted.putAll(Map.of("client_id", party.id, "client_secret", party.secret()));
        assertThat(party.form(null, "/oidc/token", posted).status()).isEqualTo(200);
    }

    @Test
    void a_verifier_without_a_challenge_and_a_challenge_without_a_verifier_are_refused() {
        var party = Party.of(server);
        var challenge = dev.latchkey.core.code.Pkce.challengeOf(party.verifier);

        assertRefused(
                party.exchange(party.code(ADA), "code_verifier", party.verifier),
                400,
                "invalid_grant");
        var code = party.code(ADA, "code_challenge", challenge, "code_challenge_method", "S256");
        assertRefused(party.exchange(code), 400, "invalid_grant");
        assertThat(party.exchange(code, "code_verifier", party.verifier).status()).isEqualTo(200);
    }

    @Test
    void a_client_acts_for_itself_with_scopes_of_its_own() {
        var own = Party.settings();
        var party =
                Party.of(
                        server,
                        new ClientSettings(
                                "Robot",
                                ClientProof.SECRET,
                                null,
                                IdTokenAlgorithm.RS256,
                                List.of(),
                                List.of(),
                                null,
                                Set.of(GrantType.CLIENT_CREDENTIALS),
                                "https://api.example",
                                Set.of("reports.read", "reports.write"),
                                own.trusted(),
                                false));

        var answer = party.token("grant_type", "client_credentials", "scope", "reports.read");

        var claims = Party.claims(text(answer, "access_token"));
        assertThat(claims.get("sub").asString()).isEqualTo(party.id);
        assertThat(claims.get("aud").get(0).asString()).isEqualTo("https://api.example");
        assertThat(claims.get("scope").asString()).isEqualTo("reports.read");
        assertThat(answer.json().has("refresh_token")).isFalse();
        assertThat(answer.json().has("id_token")).isFalse();
        assertThat(party.userInfo(text(answer, "access_token")).status()).isEqualTo(403);
        assertRefused(
                party.token("grant_type", "client_credentials", "scope", "openid"),
                400,
                "invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "implicit", "urn:ietf:params:oauth:grant-type:jwt-bearer"})
    void no_other_grant_is_ever_exchanged(String grant) {
        var party = Party.of(server);

        assertRefused(
                party.token("grant_type", grant, "username", ADA, "password", TestServer.PASSWORD),
                400,
                "unsupported_grant_type");
    }

    @Test
    void a_grant_that_was_not_registered_is_refused() {
        var party = Party.of(server, Party.publicSettings("https://spa.example/cb"));

        assertRefused(party.token("grant_type", "client_credentials"), 400, "unauthorized_client");
    }

    @Test
    void a_token_that_was_given_back_is_dead_with_all_of_its_grant() {
        var party = Party.of(server);
        var thief = Party.of(server);
        var answer = party.exchange(party.code(ADA));
        var access = text(answer, "access_token");
        var refresh = text(answer, "refresh_token");

        assertThat(thief.revoke(refresh).status()).isEqualTo(200);
        assertThat(party.introspect(access).json().get("active").asBoolean()).isTrue();
        assertThat(party.revoke(refresh).status()).isEqualTo(200);

        assertThat(party.userInfo(access).status()).isEqualTo(401);
        assertThat(party.introspect(access).text()).isEqualTo("{\"active\":false}");
        assertRefused(party.refresh(refresh), 400, "invalid_grant");
        assertThat(party.revoke("nonsense").status()).isEqualTo(200);
    }

    @Test
    void introspection_tells_the_client_itself_and_resource_servers_and_nobody_else() {
        var party = Party.of(server);
        var stranger = Party.of(server);
        var api = Party.of(server, Party.apiSettings());
        var answer = party.exchange(party.code(ADA));
        var access = text(answer, "access_token");

        var told = party.introspect(access).json();

        assertThat(told.get("active").asBoolean()).isTrue();
        assertThat(told.get("client_id").asString()).isEqualTo(party.id);
        assertThat(told.get("username").asString()).isEqualTo(ADA);
        assertThat(told.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(told.get("scope").asString()).contains("openid");
        assertThat(api.introspect(access).json().get("active").asBoolean()).isTrue();
        assertThat(stranger.introspect(access).text()).isEqualTo("{\"active\":false}");
        assertThat(party.introspect(text(answer, "refresh_token")).json().get("active").asBoolean())
                .isTrue();
        assertThat(party.introspect(text(answer, "id_token")).text())
                .isEqualTo("{\"active\":false}");
        var spa = Party.of(server, Party.publicSettings("https://spa.example/cb"));
        assertRefused(spa.introspect(access), 401, "invalid_client");
    }

    @Test
    void a_client_registered_for_es256_gets_it() {
        var s = Party.settings();
        var party =
                Party.of(
                        server,
                        new ClientSettings(
                                "Quick",
                                s.proof(),
                                null,
                                IdTokenAlgorithm.ES256,
                                s.redirectUris(),
                                List.of(),
                                null,
                                s.grants(),
                                null,
                                Set.of(),
                                true,
                                false));

        var token = text(party.exchange(party.code(ADA)), "id_token");

        assertThat(Party.header(token).get("alg").asString()).isEqualTo("ES256");
    }

    @Test
    void a_deleted_client_holds_nothing_any_more() {
        var party = Party.of(server);
        var answer = party.exchange(party.code(ADA));

        server.core().openId.deleteClient.run(party.id, null, Origin.local("test"));

        assertThat(party.userInfo(text(answer, "access_token")).status()).isEqualTo(401);
        assertRefused(party.refresh(text(answer, "refresh_token")), 401, "invalid_client");
    }
}
