package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Map;
import java.util.stream.IntStream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeFlowTest {
    private static final String ADA = "ada@example.org";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user(ADA);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Http http() {
        return Http.at(server.url());
    }

    private String code(RelyingParty party) {
        return RelyingParty.answerOf(party.signIn(Visitor.at(server.url()), ADA)).get("code");
    }

    private Answer tokens(RelyingParty party) {
        return party.exchange(code(party));
    }

    @Test
    void a_browser_without_a_session_signs_in_and_comes_back_with_a_code() {
        var party = new RelyingParty(server);
        var visitor = Visitor.at(server.url());

        var page = visitor.open(party.authorize("login_hint", ADA));
        assertThat(page.text()).contains("<h1>Sign in</h1>", "value=\"" + ADA + "\"");
        var back = party.settle(visitor, visitor.signIn(page, ADA, TestServer.PASSWORD));

        assertThat(back.status()).isEqualTo(303);
        assertThat(RelyingParty.answerOf(back))
                .containsOnlyKeys("code", "state", "iss")
                .containsEntry("state", party.state)
                .containsEntry("iss", server.url().toString());
        assertThat(RelyingParty.answerOf(back).get("code"))
                .startsWith("lkc_")
                .hasSizeGreaterThan(52);
    }

    @Test
    void a_browser_with_a_session_comes_back_at_once() {
        var party = new RelyingParty(server);
        var visitor = Visitor.at(server.url());
        party.signIn(visitor, ADA);

        assertThat(party.isBack(visitor.get(party.authorize()))).isTrue();
    }

    @Test
    void the_code_gives_an_access_token_and_a_verifiable_id_token() throws Exception {
        var party = new RelyingParty(server);

        var answer = tokens(party);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().get("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").asInt()).isBetween(890, 900);
        assertThat(answer.json().has("refresh_token")).isFalse();
        var claims = verified(answer.json().get("id_token").asString(), party);
        assertThat(claims.getStringClaim("email")).isEqualTo(ADA);
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada Lovelace");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo(ADA);
        assertThat(claims.getAuthenticationTime()).isNotNull();
        assertThat(claims.getStringClaim("sid")).isNotEmpty();
        AccessTokenValidator.validate(
                new BearerAccessToken(answer.json().get("access_token").asString()),
                JWSAlgorithm.RS256,
                new AccessTokenHash(claims.getStringClaim("at_hash")));
    }

    private IDTokenClaimsSet verified(String idToken, RelyingParty party) throws Exception {
        var keys = JWKSet.parse(http().get("/oidc/jwks").text());
        var validator =
                new IDTokenValidator(
                        new Issuer(server.url()),
                        new ClientID(RelyingParty.CLIENT),
                        JWSAlgorithm.RS256,
                        keys);
        return validator.validate(SignedJWT.parse(idToken), new Nonce(party.nonce));
    }

    @Test
    void only_the_scopes_that_were_asked_for_are_told() throws Exception {
        var party = new RelyingParty(server);
        var code =
                RelyingParty.answerOf(
                                party.signIn(
                                        Visitor.at(server.url()), ADA, "scope", "openid made-up"))
                        .get("code");

        var answer = party.exchange(code);

        assertThat(answer.json().get("scope").asString()).isEqualTo("openid");
        assertThat(verified(answer.json().get("id_token").asString(), party).toJSONObject())
                .doesNotContainKeys("email", "name", "preferred_username");
    }

    @Test
    void the_access_token_opens_user_info_until_the_session_ends_and_no_api() {
        var party = new RelyingParty(server);
        var visitor = Visitor.at(server.url());
        var code = RelyingParty.answerOf(party.signIn(visitor, ADA)).get("code");
        var token = party.exchange(code).json().get("access_token").asString();

        var info = http().bearer(token).get("/oidc/userinfo");
        assertThat(info.status()).isEqualTo(200);
        assertThat(info.json().get("email").asString()).isEqualTo(ADA);
        assertThat(http().bearer(token).post("/oidc/userinfo").status()).isEqualTo(200);
        assertThat(
                        http().raw(
                                        "POST",
                                        "/oidc/userinfo",
                                        "application/x-www-form-urlencoded",
                                        ("access_token=" + token).getBytes())
                                .status())
                .isEqualTo(200);
        assertThat(http().bearer(token).get("/trieve/api/auth/me").status()).isEqualTo(400);

        visitor.submit(visitor.get("/auth/logout"), Map.of());

        var refused = http().bearer(token).get("/oidc/userinfo");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"");
        assertThat(http().bearer(token).get("/trieve/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void user_info_without_a_token_asks_for_one() {
        var answer = http().get("/oidc/userinfo");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(http().bearer("nonsense").get("/oidc/userinfo").status()).isEqualTo(401);
    }

    @Test
    void a_code_works_once() {
        var party = new RelyingParty(server);
        var code = code(party);

        assertThat(party.exchange(code).status()).isEqualTo(200);

        assertRefused(party.exchange(code), "invalid_grant");
    }

    @Test
    void sixty_four_exchanges_of_one_code_succeed_once() {
        var party = new RelyingParty(server);
        var code = code(party);

        var answers =
                IntStream.range(0, 64).parallel().mapToObj(i -> party.exchange(code)).toList();

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSize(63);
    }

    @Test
    void a_code_is_refused_without_its_verifier_and_is_not_used_up_by_that() {
        var party = new RelyingParty(server);
        var code = code(party);

        assertRefused(party.exchange(code, "code_verifier", ""), "invalid_grant");
        assertRefused(party.exchange(code, "code_verifier", "x".repeat(43)), "invalid_grant");
        assertRefused(
                party.exchange(code, "redirect_uri", server.url() + "/trieve/api/auth/other"),
                "invalid_grant");
        assertRefused(party.exchange(code, "client_id", "semaphore"), "invalid_grant");
        assertThat(party.exchange(code, "client_id", "nobody").status()).isEqualTo(401);
        assertThat(party.exchange(code).status()).isEqualTo(200);
    }

    @Test
    void a_bad_token_request_is_told_in_the_protocols_words() {
        var party = new RelyingParty(server);

        assertRefused(party.exchange("nonsense"), "invalid_grant");
        assertRefused(
                party.exchange("nonsense", "grant_type", "password"),
                "unsupported_grant_type",
                "invalid_request");
        assertRefused(party.exchange("nonsense", "grant_type", ""), "invalid_request");
        assertRefused(party.exchange("", "x", "y"), "invalid_request");
        assertRefused(party.exchange("nonsense", "redirect_uri", ""), "invalid_request");
        assertRefused(
                party.token("grant_type=authorization_code&code=a&code=b&client_id=trieve"),
                "invalid_request");
        assertRefused(party.token("%zz"), "invalid_request");
        var json = http().raw("POST", "/oidc/token", "application/json", "{}".getBytes());
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.json().get("error").asString()).isEqualTo("invalid_request");
        var basic =
                http().with("Authorization", "Basic dHJpZXZlOnNlY3JldA==")
                        .raw(
                                "POST",
                                "/oidc/token",
                                "application/x-www-form-urlencoded",
                                "grant_type=authorization_code&code=a".getBytes());
        assertThat(basic.status()).isEqualTo(401);
        assertThat(basic.json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(basic.header("WWW-Authenticate")).startsWith("Basic");
    }

    private static void assertRefused(Answer answer, String... errors) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().get("error").asString()).isIn((Object[]) errors);
    }

    @Test
    void the_discovery_document_names_what_there_is() throws Exception {
        var answer = http().get("/.well-known/openid-configuration");

        var about = OIDCProviderMetadata.parse(answer.text());
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(about.getIssuer().getValue()).isEqualTo(server.url().toString());
        assertThat(about.getIDTokenJWSAlgs())
                .containsExactly(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        assertThat(about.getSubjectTypes()).hasSize(1);
        assertThat(about.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(about.getJWKSetURI()).isEqualTo(server.url("/oidc/jwks"));
        assertThat(http().get("/.well-known/oauth-authorization-server").text())
                .isEqualTo(answer.text());
    }

    @Test
    void the_published_keys_hold_nothing_private() throws Exception {
        var keys = JWKSet.parse(http().get("/oidc/jwks").text());

        assertThat(keys.getKeys()).isNotEmpty().noneMatch(key -> key.isPrivate());
        assertThat(keys.getKeys())
                .extracting(key -> key.getKeyID())
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }
}
