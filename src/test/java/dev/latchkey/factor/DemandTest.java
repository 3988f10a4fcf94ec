package dev.latchkey.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

/** {@code signin.second-factor}. */
class DemandTest {
    private final MovableClock clock = new MovableClock(Instant.now());

    @Test
    void where_everybody_needs_one_it_is_set_up_while_signing_in() {
        try (var server = demanding("required")) {
            var user = server.user("ada@example.com");
            var visitor = Visitor.at(server.url());
            var page = password(visitor, user.email().text());
            assertThat(page.text()).contains("takes two steps");
            assertThat(visitor.cookie("latchkey_session")).isEmpty();
            var app = App.of(page, clock);

            var wrong = visitor.submit(page, Map.of("code", app.wrongCode()));
            assertThat(wrong.status()).isEqualTo(400);
            var done = visitor.submit(wrong, Map.of("code", app.code()));

            assertThat(Enrolled.codes(done)).hasSize(10);
            assertThat(visitor.get("/account/security").status()).isEqualTo(200);
            assertThat(visitor.submit(wrong, Map.of("code", app.code())).status()).isEqualTo(400);
        }
    }

    @Test
    void the_recovery_codes_are_shown_before_the_organization_is_asked_for() {
        try (var server = demanding("required")) {
            var user = server.user("ada@example.com");
            server.member(server.organization("Second").id(), user, Role.MEMBER);
            var visitor = Visitor.at(server.url());
            var page = password(visitor, user.email().text());

            var done = visitor.submit(page, Map.of("code", App.of(page, clock).code()));

            assertThat(Enrolled.codes(done)).hasSize(10);
            assertThat(done.text()).contains("href=\"" + server.url("/auth/organization") + "\"");
            assertThat(visitor.cookie("latchkey_session")).isEmpty();
            assertThat(visitor.get("/auth/organization").text()).contains("Second");
        }
    }

    @Test
    void an_api_refuses_who_has_none_and_says_where_to_set_it_up() {
        try (var server = demanding("required")) {
            server.user("ada@example.com");
            var answer =
                    Http.at(server.url())
                            .post(
                                    "/semaphore/api/auth/login",
                                    Map.of(
                                            "auth",
                                            "ada@example.com",
                                            "password",
                                            TestServer.PASSWORD));

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("/auth/login");
        }
    }

    @Test
    void who_has_one_is_not_offered_to_set_up_another_at_sign_in() {
        try (var server = demanding("required")) {
            var user = server.user("ada@example.com");
            var visitor = Visitor.at(server.url());
            var page = password(visitor, user.email().text());
            visitor.submit(page, Map.of("code", App.of(page, clock).code()));
            var thief = Visitor.at(server.url());
            var asked = password(thief, user.email().text());
            var offer = Visitor.hidden(page);
            var fields = Visitor.hidden(asked);
            fields.put("offer", String.valueOf(offer.get("offer")));
            clock.advance(java.time.Duration.ofSeconds(60));
            fields.put("code", App.of(page, clock).wrongCode());

            assertThat(asked.text()).doesNotContain("class=\"secret\"");
            assertThat(thief.post("/auth/factor/enrol", fields, Map.of()).status()).isEqualTo(400);
        }
    }

    @Test
    void administrators_may_be_the_only_ones_who_need_one() {
        try (var server = demanding("required-for-administrators")) {
            server.user("ada@example.com");
            administrator(server);
            var ada = Visitor.at(server.url());
            var root = Visitor.at(server.url());

            password(ada, "ada@example.com");
            var asked = password(root, "root@example.com");

            assertThat(ada.cookie("latchkey_session")).isPresent();
            assertThat(root.cookie("latchkey_session")).isEmpty();
            assertThat(asked.text()).contains("class=\"secret\"");
        }
    }

    private TestServer demanding(String who) {
        return TestServer.start(Map.of("LATCHKEY_SIGNIN_SECOND_FACTOR", who), clock);
    }

    private static void administrator(TestServer server) {
        server.core()
                .createUser
                .run(
                        new CreateUser.Command(
                                "root@example.com",
                                null,
                                TestServer.PASSWORD,
                                "",
                                "",
                                true,
                                true,
                                null,
                                Origin.local("test")));
    }

    private static Http.Answer password(Visitor visitor, String email) {
        return visitor.settle(
                visitor.signIn(visitor.get("/auth/login"), email, TestServer.PASSWORD));
    }
}
