package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The modules of the OpenID Foundation's plans that no other test here is about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private static final String ADA = "ada@example.org";

    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;
    private Party party;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
        server.user(ADA);
        party = Party.of(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    private JsonNode idToken(Visitor visitor, String... changes) {
        var answer = party.exchange(party.code(visitor, ADA, changes));
        return Party.claims(answer.json().get("id_token").asString());
    }

    private boolean isBackWithCode(Answer answer) {
        return party.isBack(answer) && RelyingParty.answerOf(answer).containsKey("code");
    }

    @Test
    void server_whole_flow_with_openid_alone_tells_nothing_that_was_not_asked_for() {
        var answered = party.ask(visitor(), ADA, "scope", "openid", "nonce", "n");

        assertThat(answered)
                .containsEntry("state", party.state)
                .containsEntry("iss", server.url().toString());
        assertThat(answered.get("code")).hasSizeGreaterThan(40);
        var tokens = party.exchange(String.valueOf(answered.get("code"))).json();
        assertThat(tokens.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(tokens.get("expires_in").asInt()).isBetween(1, 31_536_000);
        var claims = Party.claims(tokens.get("id_token").asString());
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "iat",
                        "exp",
                        "auth_time",
                        "nonce",
                        "sid",
                        "acr",
                        "amr",
                        "at_hash");
        assertThat(claims.get("sub").asString()).matches("[\\x20-\\x7E]{1,255}");
    }

    @ParameterizedTest
    @CsvSource({
        "openid profile, name",
        "openid email, email",
        "openid address, sub",
        "openid phone, sub",
        "openid profile email address phone, email"
    })
    void scopes_give_claims_of_the_right_type(String scope, String claim) {
        var answer = party.exchange(party.code(ADA, "scope", scope));

        var info = party.userInfo(answer.json().get("access_token").asString()).json();

        assertThat(info.get(claim).asString()).isNotEmpty();
        if (info.has("email_verified")) {
            assertThat(info.get("email_verified").isBoolean()).isTrue();
        }
        if (info.has("updated_at")) {
            assertThat(info.get("updated_at").asLong())
                    .isLessThanOrEqualTo(clock.instant().getEpochSecond());
        }
        info.forEach(value -> assertThat(value.isNull()).isFalse());
    }

    @Test
    void alternate_happy_flow_scopes_and_parameters_in_another_order() {
        var question =
                "/oidc/authorize?state=s&scope=email+openid&redirect_uri="
                        + Visitor.encode(Party.BACK)
                        + "&client_id="
                        + party.id
                        + "&response_type=code";
        var visitor = visitor();
        var page = visitor.open(question);

        assertThat(
                        isBackWithCode(
                                party.settle(
                                        visitor, visitor.signIn(page, ADA, TestServer.PASSWORD))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "display, page",
        "display, popup",
        "ui_locales, se",
        "claims_locales, se",
        "login_hint, bob@example.com",
        "extra, foobar",
        "acr_values, 1 2"
    })
    void a_parameter_that_may_be_ignored_is_accepted(String name, String value) {
        var claims = idToken(visitor(), name, value);

        assertThat(claims.get("acr").asString()).isIn("1", "2");
    }

    @Test
    void prompt_login_gives_a_strictly_later_auth_time() {
        var visitor = visitor();
        var first = idToken(visitor).get("auth_time").asLong();
        clock.advance(Duration.ofSeconds(1));

        var second = idToken(visitor, "prompt", "login").get("auth_time").asLong();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void prompt_none_and_a_hint_keep_sub_and_auth_time() {
        var visitor = visitor();
        var answer = party.exchange(party.code(visitor, ADA));
        var hint = answer.json().get("id_token").asString();
        clock.advance(Duration.ofSeconds(3));
        var state = "\"'<>`{}|\\^~[]!$()*,;:@/==&%20+#?".repeat(4);

        var silent = visitor.get(party.authorize("prompt", "none", "state", state));
        assertThat(RelyingParty.answerOf(silent)).containsEntry("state", state);
        var again = idToken(visitor, "prompt", "none", "id_token_hint", hint);

        assertThat(again.get("sub")).isEqualTo(Party.claims(hint).get("sub"));
        assertThat(again.get("auth_time")).isEqualTo(Party.claims(hint).get("auth_time"));
    }

    @Test
    void max_age_asks_when_older_and_not_when_younger() {
        var visitor = visitor();
        var first = idToken(visitor).get("auth_time").asLong();
        clock.advance(Duration.ofSeconds(5));

        assertThat(idToken(visitor, "max_age", "10000").get("auth_time").asLong()).isEqualTo(first);
        assertThat(idToken(visitor, "max_age", "1").get("auth_time").asLong()).isGreaterThan(first);
    }

    @Test
    void a_code_that_comes_again_after_thirty_seconds_kills_the_first_token() {
        var code = party.code(ADA);
        var token = party.exchange(code).json().get("access_token").asString();
        clock.advance(Duration.ofSeconds(30));

        var again = party.exchange(code);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().get("error").asString()).isEqualTo("invalid_grant");
        assertThat(party.userInfo(token).status()).isEqualTo(401);
    }

    @Test
    void post_request_starts_a_sign_in_or_finds_one() {
        var visitor = visitor();
        idToken(visitor);
        var question =
                Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        party.id,
                        "scope",
                        "openid",
                        "redirect_uri",
                        Party.BACK);

        var form =
                Http.at(server.url())
                        .raw(
                                "POST",
                                "/oidc/authorize",
                                "application/x-www-form-urlencoded",
                                RelyingParty.encoded(question).getBytes(StandardCharsets.UTF_8));

        assertThat(isBackWithCode(visitor.get(String.valueOf(form.header("Location"))))).isTrue();
    }

    @Test
    void a_request_object_is_unsupported_and_one_with_an_address_leads_nowhere() {
        var unsigned = "eyJhbGciOiJub25lIn0.eyJyZWRpcmVjdF91cmkiOiJodHRwczovL2V2aWwuZXhhbXBsZSJ9.";

        var answer = visitor().get(party.authorize("request", unsigned));
        var without = visitor().get(party.authorize("request", unsigned, "redirect_uri", ""));

        assertThat(RelyingParty.answerOf(answer)).containsEntry("error", "request_not_supported");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.header("Location")).isNull();
    }

    @Test
    void claims_essential_gives_the_name_in_user_info() {
        var asked = "{\"userinfo\":{\"name\":{\"essential\":true}}}";
        var answer = party.exchange(party.code(ADA, "scope", "openid", "claims", asked));

        assertThat(
                        party.userInfo(answer.json().get("access_token").asString())
                                .json()
                                .get("name")
                                .asString())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void an_essential_acr_that_is_not_reached_is_told_after_one_try() {
        var asked = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}";

        var answered = party.ask(visitor(), ADA, "claims", asked);

        assertThat(answered).containsEntry("error", "unmet_authentication_requirements");
    }

    @Test
    void the_subject_that_claims_ask_for_is_the_only_one_who_will_do() {
        var visitor = visitor();
        idToken(visitor);
        var asked = "{\"id_token\":{\"sub\":{\"value\":\"somebody-else\"}}}";

        assertThat(
                        RelyingParty.answerOf(
                                visitor.get(party.authorize("prompt", "none", "claims", asked))))
                .containsEntry("error", "login_required");
    }

    @Test
    void the_discovery_document_behind_https_is_https_throughout() throws Exception {
        try (var secure =
                TestServer.start(Map.of("LATCHKEY_SERVER_PUBLIC_URL", "https://login.example"))) {
            var port = secure.app().ports().getFirst();
            var about =
                    Http.at(java.net.URI.create("http://127.0.0.1:" + port))
                            .with("X-Forwarded-Proto", "https")
                            .get("/.well-known/openid-configuration");

            var known = OIDCProviderMetadata.parse(about.text());

            assertThat(known.getIssuer().getValue()).isEqualTo("https://login.example");
            assertThat(about.text()).doesNotContain("http:\\/\\/login", "\"http://");
            assertThat(known.supportsBackChannelLogout()).isTrue();
            assertThat(known.supportsBackChannelLogoutSession()).isTrue();
            assertThat(known.getScopes().toStringList()).contains("openid", "offline_access");
        }
    }
}
