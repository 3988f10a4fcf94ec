package dev.latchkey.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Every way to a session, tried by who has the password and not the second factor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDoorTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Origin TEST = Origin.local("test");

    private final MovableClock clock = new MovableClock(Instant.now());
    private final TestServer server = TestServer.start(Map.of(), clock);

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aivo_refuses_and_says_where_to_sign_in() {
        var ada = enrolled();
        var answer =
                Http.at(server.url()).post("/aivo/auth/v1/login", credentials("email", ada.user()));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains(server.url("/auth/login").toString());
        assertThat(answer.text()).doesNotContain("accessToken");
    }

    @Test
    void semaphore_refuses_and_says_where_to_sign_in() {
        var ada = enrolled();
        var answer =
                Http.at(server.url())
                        .post("/semaphore/api/auth/login", credentials("auth", ada.user()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains(server.url("/auth/login").toString());
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void nap_tells_in_the_flow_and_takes_a_code() {
        var ada = enrolled();
        var flow = napFlow(ada.user());
        assertThat(flag(flow, "mfaRequired")).isTrue();
        assertThat(flag(flow, "mfaVerified")).isFalse();

        assertThat(prove(flow, ada.app().wrongCode()).status()).isEqualTo(401);
        var in = prove(flow, ada.app().code());

        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().at("/tokens/session_token").asString()).isNotEmpty();
        assertThat(prove(flow, ada.recoveryCodes().getFirst()).status()).isEqualTo(400);
    }

    @Test
    void nap_asks_for_the_organization_after_the_factor_and_never_instead_of_it() {
        var ada = enrolled();
        var other = server.organization("Other");
        server.member(other.id(), ada.user(), Role.MEMBER);
        var flow = napFlow(ada.user());
        var choice = Map.of("orgId", other.id().toString());
        var path = "/nap/api/auth/flow/" + flow + "/organization";

        var early = Http.at(server.url()).post(path, choice);
        assertThat(early.status()).isEqualTo(403);
        assertThat(early.text()).doesNotContain("session_token");

        assertThat(prove(flow, ada.app().code()).json().get("flowId").asString()).isEqualTo(flow);
        assertThat(flag(flow, "mfaVerified")).isTrue();
        assertThat(prove(flow, ada.recoveryCodes().getFirst()).status()).isEqualTo(400);
        assertThat(Http.at(server.url()).post(path, choice).status()).isEqualTo(200);
        assertThat(Http.at(server.url()).post(path, choice).status()).isEqualTo(400);
    }

    @Test
    void of_64_who_send_one_code_to_one_flow_one_gets_tokens() {
        var ada = enrolled();
        var flow = napFlow(ada.user());
        var code = ada.recoveryCodes().getFirst();

        var outcomes = Race.run(_ -> prove(flow, code).status());

        assertThat(outcomes).containsOnlyOnce(200);
    }

    @Test
    void a_flow_of_one_user_is_not_finished_by_the_code_of_another() {
        var ada = enrolled();
        var mallory = enrolled();

        assertThat(prove(napFlow(ada.user()), mallory.app().code()).status()).isEqualTo(401);
        assertThat(prove(napFlow(ada.user()), mallory.recoveryCodes().getFirst()).status())
                .isEqualTo(401);
    }

    @Test
    void a_flow_ends_with_a_new_password_and_with_a_disabled_account() {
        var ada = enrolled();
        var flow = napFlow(ada.user());
        server.core().setPassword.run(ada.user().id(), "another good password", null, TEST);
        assertThat(prove(flow, ada.app().code()).status()).isEqualTo(400);

        var bob = enrolled();
        var second = napFlow(bob.user());
        server.core().changeStatus.run(bob.user().id(), User.Status.DISABLED, null, TEST);
        assertThat(prove(second, bob.app().code()).status()).isEqualTo(400);
    }

    @Test
    void a_flow_that_waits_for_no_factor_takes_none() {
        var user = somebody();
        server.member(server.organization("Second").id(), user, Role.MEMBER);

        var flow = napFlow(user);

        assertThat(flag(flow, "mfaRequired")).isFalse();
        assertThat(prove(flow, "123456").status()).isEqualTo(400);
    }

    @Test
    void another_browser_cannot_go_on_with_a_sign_in() {
        var ada = enrolled();
        ada.asked(Visitor.at(server.url()));

        assertThat(Visitor.at(server.url()).get("/auth/factor").status()).isEqualTo(400);
    }

    @Test
    void nobody_chooses_an_organization_before_the_factor_is_proven() {
        var ada = enrolled();
        var second = server.organization("Choice");
        server.member(second.id(), ada.user(), Role.MEMBER);
        var visitor = Visitor.at(server.url());
        var asked = ada.asked(visitor);
        var fields = Visitor.hidden(asked);
        fields.put("organization", second.id().toString());

        assertThat(visitor.get("/auth/organization").header("Location")).endsWith("/auth/factor");
        assertThat(visitor.post("/auth/organization", fields, Map.of()).status()).isEqualTo(403);
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        var page = visitor.settle(visitor.submit(asked, Map.of("code", ada.app().code())));
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(page.text()).contains("Choose an organization");
        visitor.submit(page, Map.of("organization", second.id().toString()));
        assertThat(visitor.cookie("latchkey_session")).isPresent();
    }

    @Test
    void our_openid_provider_gives_no_code_to_who_has_not_proven_the_factor() {
        var ada = enrolled();
        var visitor = Visitor.at(server.url());
        ada.asked(visitor);

        var begun =
                visitor.open(
                        "/semaphore/api/auth/oidc/latchkey/login?redirect=/semaphore/api/user");

        assertThat(begun.text()).contains("action=\"/auth/login\"");
    }

    @Test
    void no_session_is_opened_for_one_factor_whatever_asks_for_it() {
        var ada = enrolled();

        for (var method : new String[] {"pwd", "fed", "otp", "hwk user"}) {
            assertThatThrownBy(() -> open(ada.user(), method))
                    .as(method)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused ->
                                    assertThat(refused.refusal())
                                            .isInstanceOf(Refusal.SecondFactorNeeded.class));
        }
    }

    @Test
    void a_session_from_before_the_factor_refreshes_no_more() {
        var user = somebody();
        var before = open(user, "pwd");
        Enrolled.at(server, clock, user);

        assertThatThrownBy(() ->
                        server.core()
                                .refreshSession
                                .run(
                                        before.requireRefreshToken().text(),
                                        Carrier.ACCESS_TOKEN,
                                        TEST))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_provider_who_vouches_for_somebody_is_one_factor_of_two() {
        var ada = enrolled();
        var wish =
                new dev.latchkey.core.signin.Wish(
                        dev.latchkey.core.signin.OrganizationChoice.OPTIONAL,
                        Carrier.COOKIE,
                        null,
                        TEST);

        assertThat(server.core().finishSignIn.run(ada.user(), "fed", wish))
                .isInstanceOf(dev.latchkey.core.signin.SignInEnd.SecondFactor.class);
        assertThat(server.core().finishSignIn.run(somebody(), "fed", wish))
                .isInstanceOf(dev.latchkey.core.signin.SignInEnd.SignedIn.class);
    }

    @Test
    void a_mailed_link_changes_the_password_and_leaves_the_factor() {
        var ada = enrolled();
        var email = ada.user().email().text();
        assertThat(ada.browser().get("/account/security").status()).isEqualTo(200);
        var visitor = Visitor.at(server.url());
        visitor.submit(visitor.get("/auth/forgot-password"), Map.of("email", email));
        var token = server.outbox().find(email, "reset-password\\?token=(\\S+)");

        var page = visitor.get("/auth/reset-password?token=" + token);
        visitor.settle(visitor.submit(page, Map.of("password", "another good password")));

        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(ada.browser().get("/account/security").status()).isEqualTo(303);
        visitor.signIn(visitor.get("/auth/login"), email, "another good password");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(visitor.get("/auth/factor").text()).contains("six digits");
    }

    @Test
    void an_administrator_resets_what_somebody_lost() {
        var ada = enrolled();
        var grant = open(ada.user(), "pwd otp mfa");

        server.core().factors.reset.run(ada.user().id(), null, TEST);

        assertThat(
                        server.core()
                                .check
                                .find(
                                        new dev.latchkey.core.session.Credential.Bearer(
                                                grant.credential())))
                .isEmpty();
        assertThat(server.core().factors.gate.factorsOf(ada.user().id()).recoveryCodes()).isZero();
        server.outbox().find(ada.user().email().text(), "(second factors were reset)");
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), ada.user().email().text(), TestServer.PASSWORD);
        assertThat(visitor.cookie("latchkey_session")).isPresent();
    }

    private String napFlow(User user) {
        var answer = Http.at(server.url()).post("/nap/api/auth/login", credentials("email", user));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("tokens")).isFalse();
        return answer.json().get("flowId").asString();
    }

    private boolean flag(String flow, String name) {
        return Http.at(server.url()).get("/nap/api/auth/flow/" + flow).json().get(name).asBoolean();
    }

    private Answer prove(String flow, String code) {
        return Http.at(server.url())
                .post("/nap/api/auth/flow/" + flow + "/factor", Map.of("code", code));
    }

    private Grant open(User user, String method) {
        return server.core().grants.open(user, null, method, Carrier.ACCESS_TOKEN, TEST);
    }

    private static Map<String, String> credentials(String name, User user) {
        return Map.of(name, user.email().text(), "password", TestServer.PASSWORD);
    }

    private User somebody() {
        return server.user("door" + COUNT.incrementAndGet() + "@example.com");
    }

    private Enrolled enrolled() {
        return Enrolled.at(server, clock, somebody());
    }
}
