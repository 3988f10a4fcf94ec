package dev.latchkey.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An authenticator app and recovery codes, through the pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticatorTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MovableClock clock = new MovableClock(Instant.now());
    private final TestServer server = TestServer.start(Map.of(), clock);

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void a_password_alone_no_longer_signs_in_and_a_code_does() {
        var ada = enrolled();
        var visitor = Visitor.at(server.url());
        var page = ada.asked(visitor);

        assertThat(page.text()).contains("six digits").contains(ada.user().email().text());
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(visitor.get("/account/security").status()).isEqualTo(303);

        var wrong = visitor.submit(page, Map.of("code", ada.app().wrongCode()));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(visitor.cookie("latchkey_session")).isEmpty();

        var in = visitor.submit(wrong, Map.of("code", ada.app().code()));
        assertThat(in.status()).isEqualTo(303);
        assertThat(visitor.get("/account/security").status()).isEqualTo(200);
        assertThat(method(ada.user())).isEqualTo("pwd otp mfa");
    }

    @Test
    void a_code_signs_in_once() {
        var ada = enrolled();
        var code = ada.app().code();
        var first = Visitor.at(server.url());
        var second = Visitor.at(server.url());

        assertThat(first.submit(ada.asked(first), Map.of("code", code)).status()).isEqualTo(303);
        assertThat(second.submit(ada.asked(second), Map.of("code", code)).status()).isEqualTo(400);
    }

    @Test
    void the_code_that_confirmed_the_app_does_not_sign_in() {
        var ada = enrolled();
        var visitor = Visitor.at(server.url());
        var used = ada.app().codeIn(Duration.ofSeconds(-30));

        assertThat(visitor.submit(ada.asked(visitor), Map.of("code", used)).status())
                .isEqualTo(400);
    }

    @Test
    void of_64_who_send_one_code_at_most_one_gets_in() {
        var ada = enrolled();
        var visitor = Visitor.at(server.url());
        var page = ada.asked(visitor);
        var code = Map.of("code", ada.app().code());

        var outcomes = Race.run(_ -> visitor.submit(page, code).status());

        assertThat(outcomes).containsOnlyOnce(303);
    }

    @Test
    void many_guesses_are_refused_also_the_right_one_that_follows() {
        var ada = enrolled();
        var visitor = Visitor.at(server.url());
        var page = ada.asked(visitor);
        var wrong = Map.of("code", ada.app().wrongCode());

        var outcomes = Race.run(_ -> visitor.submit(page, wrong).status());

        assertThat(outcomes.stream().filter(status -> status.equals(400))).hasSize(5);
        assertThat(outcomes.stream().filter(status -> status.equals(429))).hasSize(59);
        var right = visitor.submit(page, Map.of("code", ada.app().code()));
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.header("Retry-After")).isNotNull();
    }

    @Test
    void a_recovery_code_signs_in_once_and_its_owner_is_told() {
        var ada = enrolled();
        assertThat(ada.recoveryCodes()).hasSize(10);
        var code =
                Map.of("code", ada.recoveryCodes().getFirst().toLowerCase(java.util.Locale.ROOT));
        var first = Visitor.at(server.url());
        ada.asked(first);
        var second = Visitor.at(server.url());
        ada.asked(second);

        assertThat(first.submit(first.get("/auth/factor?way=recovery"), code).status())
                .isEqualTo(303);
        assertThat(second.submit(second.get("/auth/factor?way=recovery"), code).status())
                .isEqualTo(400);
        server.outbox().find(ada.user().email().text(), "(9 are left)");
        assertThat(first.get("/account/security").text()).contains("9 of your codes are left");
    }

    @Test
    void of_64_who_send_one_recovery_code_one_gets_in() {
        var ada = enrolled();
        var visitor = Visitor.at(server.url());
        var page = ada.asked(visitor);
        var code = Map.of("code", ada.recoveryCodes().getFirst());

        var outcomes = Race.run(_ -> visitor.submit(page, code).status());

        assertThat(outcomes).containsOnlyOnce(303);
    }

    @Test
    void new_recovery_codes_put_an_end_to_the_old_ones() {
        var ada = enrolled();
        var page = ada.browser().get("/account/security");
        var more =
                Enrolled.codes(
                        ada.browser()
                                .post(
                                        "/account/security/recovery-codes",
                                        Visitor.hidden(page),
                                        Map.of()));
        var visitor = Visitor.at(server.url());
        var asked = ada.asked(visitor);

        assertThat(more).hasSize(10).doesNotContainAnyElementsOf(ada.recoveryCodes());
        assertThat(visitor.submit(asked, Map.of("code", ada.recoveryCodes().get(3))).status())
                .isEqualTo(400);
        assertThat(visitor.submit(asked, Map.of("code", more.get(3))).status()).isEqualTo(303);
    }

    @Test
    void adding_the_first_factor_ends_every_other_session_and_sends_a_mail() {
        var user = somebody();
        var before =
                server.core()
                        .grants
                        .open(user, null, "pwd", Carrier.ACCESS_TOKEN, Origin.local("test"));

        var ada = Enrolled.at(server, clock, user);

        assertThat(server.core().check.find(credential(before.credential()))).isEmpty();
        assertThat(ada.browser().get("/account/security").status()).isEqualTo(200);
        assertThat(method(user)).isEqualTo("pwd otp mfa");
        server.outbox().find(user.email().text(), "(An authenticator app was added)");
    }

    @Test
    void a_wrong_code_confirms_no_app_and_the_same_secret_is_shown_again() {
        var user = somebody();
        var browser = signedIn(user);
        var page = browser.get("/account/security/authenticator");
        var app = App.of(page, clock);

        var again = browser.submit(page, Map.of("code", app.wrongCode()));

        assertThat(again.status()).isEqualTo(400);
        assertThat(App.of(again, clock)).isEqualTo(app);
        assertThat(server.core().factors.gate.isEnrolled(user.id())).isFalse();
    }

    @Test
    void an_offer_of_somebody_else_adds_nothing() {
        var mallory = signedIn(somebody());
        var offer = mallory.get("/account/security/authenticator");
        var app = App.of(offer, clock);
        var user = somebody();
        var browser = signedIn(user);
        var fields = Visitor.hidden(browser.get("/account/security/authenticator"));
        fields.put("offer", Visitor.hidden(offer).get("offer"));
        fields.put("code", app.code());

        var answer = browser.post("/account/security/authenticator", fields, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.core().factors.gate.isEnrolled(user.id())).isFalse();
    }

    @Test
    void an_old_sign_in_changes_nothing() {
        var ada = enrolled();
        var page = ada.browser().get("/account/security");
        clock.advance(Duration.ofMinutes(16));

        var answer =
                ada.browser()
                        .post(
                                "/account/security/authenticator/remove",
                                Visitor.hidden(page),
                                Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/auth/login?step=").endsWith("&again=true");
        assertThat(server.core().factors.gate.isEnrolled(ada.user().id())).isTrue();
    }

    @Test
    void who_reads_german_pages_gets_german_mails_about_their_factors() {
        var ada = enrolled();
        var page = ada.browser().get("/account/security?ui_locales=de");

        ada.browser()
                .post("/account/security/authenticator/remove", Visitor.hidden(page), Map.of());

        var email = ada.user().email().text();
        assertThat(server.outbox().find(email, "(von Ihrem Konto \\S+ wurde)")).contains(email);
    }

    @Test
    void who_removes_their_app_signs_in_with_the_password_again() {
        var ada = enrolled();
        var page = ada.browser().get("/account/security");

        var answer =
                ada.browser()
                        .post(
                                "/account/security/authenticator/remove",
                                Visitor.hidden(page),
                                Map.of());

        assertThat(answer.header("Location")).endsWith("?done=authenticatorRemoved");
        server.outbox().find(ada.user().email().text(), "(authenticator app was removed)");
        var visitor = signedIn(ada.user());
        assertThat(visitor.get("/account/security").text()).doesNotContain("Recovery codes");
    }

    private static dev.latchkey.core.session.Credential credential(String text) {
        return new dev.latchkey.core.session.Credential.Bearer(text);
    }

    private Visitor signedIn(User user) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), user.email().text(), TestServer.PASSWORD);
        assertThat(visitor.cookie("latchkey_session")).isPresent();
        return visitor;
    }

    private String method(User user) {
        return server.app()
                .backend()
                .database()
                .stores()
                .sessions()
                .liveOf(user.id(), clock.instant())
                .getFirst()
                .method();
    }

    private User somebody() {
        return server.user("factor" + COUNT.incrementAndGet() + "@example.com");
    }

    private Enrolled enrolled() {
        return Enrolled.at(server, clock, somebody());
    }
}
