package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentTest {
    private static final String ADA = "ada@example.org";
    private static final String GRACE = "grace@example.org";

    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
        server.user(ADA);
        server.user(GRACE);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    /** A client whose users are asked. */
    private Party stranger() {
        var s = Party.settings();
        return Party.of(
                server,
                new ClientSettings(
                        "Stranger's <Wiki>",
                        s.proof(),
                        null,
                        IdTokenAlgorithm.RS256,
                        s.redirectUris(),
                        s.postLogoutUris(),
                        null,
                        s.grants(),
                        null,
                        java.util.Set.of("wiki.edit"),
                        false,
                        false));
    }

    private Answer page(Party party, Visitor visitor, String email, String... changes) {
        var answer = party.settle(visitor, visitor.get(party.authorize(changes)));
        return answer.text().contains("<h1>Sign in</h1>")
                ? party.settle(visitor, visitor.signIn(answer, email, TestServer.PASSWORD))
                : answer;
    }

    private static Map<String, String> answered(
            Party party, Visitor visitor, Answer page, String answer) {
        return RelyingParty.answerOf(
                party.settle(visitor, visitor.submit(page, Map.of("answer", answer))));
    }

    @Test
    void an_application_is_named_with_what_it_asks_for_and_may_be_allowed_once_and_for_all() {
        var party = stranger();
        var visitor = visitor();

        var page = page(party, visitor, ADA, "scope", "openid email wiki.edit unknown");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("&lt;Wiki", "your email address", "wiki.edit", ADA)
                .doesNotContain("<Wiki>", "your name, user name", "unknown");
        assertThat(page.header("Content-Security-Policy")).contains("https://app.example");
        assertThat(answered(party, visitor, page, "yes")).containsKey("code");
        assertThat(
                        RelyingParty.answerOf(
                                visitor.get(
                                        party.authorize(
                                                "scope", "openid email", "prompt", "none"))))
                .containsKey("code");
    }

    @Test
    void no_is_told_to_the_client_and_asked_again_next_time() {
        var party = stranger();
        var visitor = visitor();

        var no = answered(party, visitor, page(party, visitor, ADA), "no");

        assertThat(no)
                .containsEntry("error", "access_denied")
                .containsEntry("state", party.state)
                .doesNotContainKey("code");
        assertThat(page(party, visitor, ADA).text()).contains("name=\"answer\"");
    }

    @Test
    void more_than_was_allowed_is_asked_for_and_prompt_none_says_so() {
        var party = stranger();
        var visitor = visitor();
        answered(party, visitor, page(party, visitor, ADA, "scope", "openid"), "yes");

        var silent = visitor.get(party.authorize("scope", "openid email", "prompt", "none"));
        var claim =
                visitor.get(
                        party.authorize(
                                "scope",
                                "openid",
                                "prompt",
                                "none",
                                "claims",
                                "{\"userinfo\":{\"name\":null}}"));

        assertThat(RelyingParty.answerOf(silent)).containsEntry("error", "consent_required");
        assertThat(RelyingParty.answerOf(claim)).containsEntry("error", "consent_required");
        assertThat(page(party, visitor, ADA, "scope", "openid email").text())
                .contains("your email address");
    }

    @Test
    void prompt_consent_asks_again() {
        var party = stranger();
        var visitor = visitor();
        answered(party, visitor, page(party, visitor, ADA), "yes");
        clock.advance(Duration.ofSeconds(1));

        var page = page(party, visitor, ADA, "prompt", "consent");

        assertThat(page.text()).contains("name=\"answer\"");
        assertThat(answered(party, visitor, page, "yes")).containsKey("code");
    }

    @Test
    void another_site_cannot_press_the_button() {
        var party = stranger();
        var visitor = visitor();
        var page = page(party, visitor, ADA);
        var fields = new LinkedHashMap<>(Visitor.hidden(page));
        fields.put("answer", "yes");

        var foreign =
                visitor.post("/auth/consent", fields, Map.of("Origin", "https://evil.example"));
        fields.put("csrf", "AAAA");
        var forged = visitor.post("/auth/consent", fields, Map.of());

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(RelyingParty.answerOf(visitor.get(party.authorize("prompt", "none"))))
                .containsEntry("error", "consent_required");
    }

    @Test
    void one_persons_question_is_not_answered_by_another() {
        var party = stranger();
        var ada = visitor();
        var step = Visitor.hidden(page(party, ada, ADA)).get("step");
        var grace = visitor();
        grace.signIn(grace.open("/auth/login"), GRACE, TestServer.PASSWORD);

        var shown = grace.get("/auth/consent?step=" + step);

        assertThat(shown.status()).isEqualTo(303);
        assertThat(shown.header("Location")).contains("/oidc/continue?request=");
        assertThat(visitor().get("/auth/consent?step=AAAA").status()).isEqualTo(400);
    }

    @Test
    void consent_that_is_taken_back_kills_the_tokens_and_has_to_be_given_again() {
        var party = stranger();
        var visitor = visitor();
        var code = answered(party, visitor, page(party, visitor, GRACE), "yes").get("code");
        var tokens = party.exchange(code).json();
        var grace = server.core().openId;
        var user =
                server.app()
                        .backend()
                        .database()
                        .stores()
                        .accounts()
                        .findForSignIn(LoginName.of(GRACE))
                        .orElseThrow()
                        .user();

        assertThat(grace.revokeConsent.given(user.id())).extracting("clientId").contains(party.id);
        grace.revokeConsent.run(user.id(), party.id, Origin.local("test"));

        assertThat(party.userInfo(tokens.get("access_token").asString()).status()).isEqualTo(401);
        assertThat(party.refresh(tokens.get("refresh_token").asString()).status()).isEqualTo(400);
        assertThat(RelyingParty.answerOf(visitor.get(party.authorize("prompt", "none"))))
                .containsEntry("error", "consent_required");
    }

    @Test
    void somebody_takes_consent_back_on_the_account_page_and_nobody_else_does() {
        var party = stranger();
        var ada = visitor();
        answered(party, ada, page(party, ada, ADA), "yes");
        var grace = visitor();
        grace.signIn(grace.open("/auth/login"), GRACE, TestServer.PASSWORD);
        var listed = ada.get("/account/applications");
        assertThat(listed.text()).contains("&lt;Wiki", "your email address");
        assertThat(grace.get("/account/applications").text()).doesNotContain(party.id);
        var own =
                Map.of(
                        "csrf",
                        String.valueOf(Visitor.hidden(listed).get("csrf")),
                        "client",
                        party.id);
        var hers =
                Map.of(
                        "csrf",
                        String.valueOf(Visitor.hidden(grace.get("/account")).get("csrf")),
                        "client",
                        party.id);
        var path = "/account/applications/revoke";

        assertThat(grace.post(path, hers, Map.of()).status()).isEqualTo(404);
        assertThat(ada.post(path, hers, Map.of()).status()).isEqualTo(403);
        assertThat(ada.post(path, own, Map.of("Origin", "https://evil.example")).status())
                .isEqualTo(403);
        assertThat(RelyingParty.answerOf(ada.get(party.authorize("prompt", "none"))))
                .containsKey("code");
        assertThat(ada.post(path, own, Map.of()).status()).isEqualTo(303);

        assertThat(RelyingParty.answerOf(ada.get(party.authorize("prompt", "none"))))
                .containsEntry("error", "consent_required");
        assertThat(ada.get("/account/applications").text()).doesNotContain(party.id);
    }
}
