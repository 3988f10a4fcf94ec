package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesTest {
    private static final Duration LONG = Duration.ofMinutes(20);
    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String somebody() {
        var email = UUID.randomUUID() + "@example.org";
        server.user(email);
        return email;
    }

    private Visitor signedIn(String email) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), email, TestServer.PASSWORD);
        return visitor;
    }

    private static String first(String pattern, Answer page) {
        var match = Pattern.compile(pattern).matcher(page.text());
        assertThat(match.find()).as(pattern + " in " + page.text()).isTrue();
        return match.group(1);
    }

    private static Map<String, String> with(Answer page, Map<String, String> typed) {
        var fields = new HashMap<>(Map.of("csrf", first("name=\"csrf\" value=\"([^\"]+)", page)));
        fields.putAll(typed);
        return fields;
    }

    @Test
    void another_password_is_taken_from_who_knows_the_current_one() {
        var email = somebody();
        var visitor = signedIn(email);
        var elsewhere = signedIn(email);
        var page = visitor.get("/account/password");

        var wrong =
                visitor.submit(page, Map.of("current", "not this", "password", "another horse"));
        var right =
                visitor.settle(
                        visitor.submit(
                                page,
                                Map.of(
                                        "current",
                                        TestServer.PASSWORD,
                                        "password",
                                        "another horse")));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("id=\"current-problem\">This is not your password.")
                .doesNotContain("another horse");
        assertThat(right.text()).contains("Your password is changed");
        assertThat(elsewhere.get("/account").status()).isEqualTo(303);
    }

    @Test
    void guesses_at_the_current_password_are_counted() {
        var visitor = signedIn(somebody());
        var page = visitor.get("/account/password");
        for (int i = 0; i < 10; i++) {
            visitor.submit(page, Map.of("current", "guess " + i, "password", "another horse"));
        }

        var answer =
                visitor.submit(
                        page, Map.of("current", TestServer.PASSWORD, "password", "another horse"));

        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void somebody_elses_session_cannot_be_ended() {
        var ada = signedIn(somebody());
        var email = somebody();
        var grace = signedIn(email);
        signedIn(email);
        var id = first("name=\"session\" value=\"([^\"]+)", grace.get("/account/sessions"));

        var answer =
                ada.post(
                        "/account/sessions/end",
                        with(ada.get("/account"), Map.of("session", id)),
                        Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(grace.get("/account/sessions").text()).contains(id);
    }

    @Test
    void one_or_all_other_sessions_are_ended() {
        var email = somebody();
        var visitor = signedIn(email);
        var second = signedIn(email);
        var third = signedIn(email);
        var page = visitor.get("/account/sessions");

        var ended = visitor.settle(visitor.submit(page, Map.of()));
        assertThat(ended.text()).contains("Signed out there.");
        assertThat(third.get("/account").status()).isEqualTo(303);
        assertThat(second.get("/account").status()).isEqualTo(200);

        visitor.post("/account/sessions/end-others", with(ended, Map.of()), Map.of());
        assertThat(second.get("/account").status()).isEqualTo(303);
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    @Test
    void a_token_is_shown_once_renamed_and_revoked_and_works_meanwhile() {
        var visitor = signedIn(somebody());
        var page = visitor.get("/account/tokens");

        var made = visitor.post("/account/tokens", with(page, Map.of("name", "<b>bot")), Map.of());
        var secret = first("(lka_[a-z0-9]{58})", made);
        var later = visitor.get("/account/tokens");
        assertThat(made.text()).contains("&lt;b>bot").doesNotContain("<b>bot");
        assertThat(later.text()).doesNotContain(secret).contains(secret.substring(0, 16));

        var id = first("name=\"token\" value=\"([^\"]+)", later);
        visitor.post(
                "/account/tokens/rename",
                with(later, Map.of("token", id, "name", "robot")),
                Map.of());
        assertThat(visitor.get("/account/tokens").text()).contains("<strong>robot</strong>");
        assertThat(me(secret)).isEqualTo(200);

        visitor.post("/account/tokens/revoke", with(later, Map.of("token", id)), Map.of());
        assertThat(visitor.get("/account/tokens").text()).contains("You have none.");
        assertThat(me(secret)).isBetween(400, 401);
    }

    private int me(String token) {
        return Http.at(server.url())
                .with("Authorization", token)
                .get("/trieve/api/auth/me")
                .status();
    }

    @Test
    void somebody_elses_token_cannot_be_renamed_or_revoked() {
        var grace = signedIn(somebody());
        grace.post(
                "/account/tokens",
                with(grace.get("/account/tokens"), Map.of("name", "bot")),
                Map.of());
        var id = first("name=\"token\" value=\"([^\"]+)", grace.get("/account/tokens"));
        var ada = signedIn(somebody());
        var form = ada.get("/account/tokens");

        for (var action : new String[] {"rename", "revoke"}) {
            var answer =
                    ada.post(
                            "/account/tokens/" + action,
                            with(form, Map.of("token", id, "name", "mine")),
                            Map.of());
            assertThat(answer.status()).as(action).isEqualTo(404);
        }
        assertThat(grace.get("/account/tokens").text()).contains("<strong>bot</strong>");
    }

    @Test
    void a_grave_change_asks_for_a_recent_sign_in() {
        var visitor = signedIn(somebody());
        var tokens = visitor.get("/account/tokens");
        clock.advance(LONG);

        var email = visitor.settle(visitor.get("/account/email"));
        var token = visitor.post("/account/tokens", with(tokens, Map.of("name", "x")), Map.of());

        assertThat(email.text()).contains("Is it still you?", "value=\"");
        assertThat(token.status()).isEqualTo(303);
        assertThat(token.header("Location")).contains("/auth/login?step=");
        var after =
                visitor.signIn(email, first("value=\"([^\"]+@[^\"]+)", email), TestServer.PASSWORD);
        assertThat(visitor.settle(after).text()).contains("Change your email");
    }

    @Test
    void a_new_email_is_proven_and_the_old_one_is_told() {
        var old = somebody();
        var wanted = UUID.randomUUID() + "@example.org";
        var visitor = signedIn(old);
        visitor.submit(visitor.get("/account/email"), Map.of("email", wanted));
        var token = server.outbox().find(wanted, "email/confirm\\?token=(\\S+)");
        assertThat(server.outbox().find(old, "(is about to change)")).isNotEmpty();
        assertThat(visitor.get("/account").text()).contains(old);

        var page =
                visitor.settle(
                        visitor.submit(
                                visitor.get("/account/email/confirm?token=" + token), Map.of()));

        assertThat(page.text()).contains("Your address is changed.", wanted);
        assertThat(server.outbox().find(old, "(address was changed)")).isNotEmpty();
        assertThat(visitor.get("/account/email/confirm?token=" + token).status()).isEqualTo(400);
    }

    @Test
    void nobody_makes_somebody_else_take_their_account_over_by_a_link() {
        var thief = signedIn(somebody());
        var victim = somebody() + ".new";
        thief.submit(thief.get("/account/email"), Map.of("email", victim));
        var token = server.outbox().find(victim, "email/confirm\\?token=(\\S+)");
        var other = signedIn(somebody());

        assertThat(other.get("/account/email/confirm?token=" + token).status()).isEqualTo(400);
        assertThat(Visitor.at(server.url()).get("/account/email/confirm?token=" + token).status())
                .isEqualTo(303);
    }

    @Test
    void an_address_that_somebody_has_is_refused() {
        var taken = somebody();
        var visitor = signedIn(somebody());

        var answer = visitor.submit(visitor.get("/account/email"), Map.of("email", taken));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("id=\"email-problem\"", "value=\"" + taken);
    }
}
