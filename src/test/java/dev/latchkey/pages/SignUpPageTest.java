package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.HashMap;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignUpPageTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user("ada@example.org");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    private static Map<String, String> account(String email) {
        return Map.of(
                "firstName",
                "Grace",
                "lastName",
                "Hopper",
                "email",
                email,
                "password",
                TestServer.PASSWORD);
    }

    @Test
    void a_new_account_has_to_prove_its_address_before_it_signs_in() {
        var visitor = visitor();

        var answer = visitor.submit(visitor.get("/auth/signup"), account("grace@example.org"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Check your mail", "grace@example.org");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        var early =
                visitor.signIn(
                        visitor.get("/auth/login"), "grace@example.org", TestServer.PASSWORD);
        assertThat(early.text()).contains("Verify your email first");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();

        var link =
                "/auth/verify-email?token="
                        + server.outbox().verificationToken("grace@example.org");
        assertThat(visitor.submit(visitor.get(link), Map.of()).text())
                .contains("grace@example.org is verified");
        var late =
                visitor.signIn(
                        visitor.get("/auth/login"), "grace@example.org", TestServer.PASSWORD);
        assertThat(late.status()).isEqualTo(303);
    }

    @Test
    void opening_the_link_alone_proves_nothing_and_it_works_once() {
        var visitor = visitor();
        visitor.submit(visitor.get("/auth/signup"), account("scanned@example.org"));
        var link =
                "/auth/verify-email?token="
                        + server.outbox().verificationToken("scanned@example.org");
        visitor().get(link);
        visitor().get(link);

        var page = visitor.get(link);
        assertThat(visitor.submit(page, Map.of()).text()).contains("is verified");

        var again = visitor.submit(page, Map.of());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("was used already, or has expired");
    }

    @Test
    void another_mail_goes_only_to_the_address_that_signed_up() {
        var visitor = visitor();
        var page = visitor.submit(visitor.get("/auth/signup"), account("again@example.org"));
        server.outbox().verificationToken("again@example.org");
        var fields = new HashMap<>(Visitor.hidden(page));
        assertThat(fields.get("address")).doesNotContain("@");

        var forged = new HashMap<>(fields);
        forged.put("address", "ada@example.org");
        assertThat(visitor.post("/auth/verify-email/resend", forged, Map.of()).status())
                .isEqualTo(400);
        assertThat(visitor().post("/auth/verify-email/resend", fields, Map.of()).status())
                .isEqualTo(403);

        assertThat(visitor.submit(page, Map.of()).text()).contains("sent it again");
        for (int i = 0; i < 4; i++) {
            visitor.submit(page, Map.of());
        }
        var tooMany = visitor.submit(page, Map.of());
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("Retry-After")).isNotNull();
    }

    @Test
    void every_bad_field_is_named_and_what_was_typed_is_kept_but_for_the_password() {
        var visitor = visitor();
        var evil = "<script>alert(\"1\")</script>";

        var answer =
                visitor.submit(
                        visitor.get("/auth/signup"),
                        Map.of(
                                "firstName",
                                evil,
                                "lastName",
                                "x".repeat(101),
                                "email",
                                "\"><img src=x onerror=a()>",
                                "password",
                                "secret1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "lastName-problem",
                        "email-problem",
                        "password-problem",
                        "&lt;script>alert(&#34;1&#34;)")
                .doesNotContain("secret1", "<script", "<img src=x");
    }

    @Test
    void a_taken_address_is_told_beside_the_field() {
        var visitor = visitor();

        var answer = visitor.submit(visitor.get("/auth/signup"), account("ADA@example.org"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("There is an account with this email already");
    }

    @Test
    void a_form_of_another_browser_makes_no_account() {
        var page = visitor().get("/auth/signup");
        var victim = visitor();
        victim.get("/auth/signup");

        var answer = victim.submit(page, account("victim@example.org"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Nothing was done", "value=\"victim@example.org\"");
        assertThat(server.core().check).isNotNull();
        assertThat(server.outbox().to("victim@example.org")).isEmpty();
    }

    @Test
    void where_nobody_has_to_prove_an_address_a_new_account_is_signed_in_at_once() {
        try (var open = TestServer.start(Map.of("LATCHKEY_SIGNUP_VERIFY_EMAIL", "false"))) {
            var visitor = Visitor.at(open.url());

            var answer = visitor.submit(visitor.get("/auth/signup"), account("quick@example.org"));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(visitor.settle(answer).text()).contains("Hello, Grace Hopper");
        }
    }

    @Test
    void where_strangers_may_not_sign_up_there_is_no_form_without_an_invitation() {
        try (var closed = TestServer.start(Map.of("LATCHKEY_SIGNUP_ENABLED", "false"))) {
            var visitor = Visitor.at(closed.url());

            assertThat(visitor.get("/auth/login").text()).doesNotContain("/auth/signup");
            assertThat(visitor.get("/auth/signup").status()).isEqualTo(403);
            assertThat(visitor.get("/auth/signup?code=nonsense").status()).isEqualTo(403);
            var fields = new HashMap<>(account("stranger@example.org"));
            fields.put("csrf", Visitor.hidden(visitor.get("/auth/login")).get("csrf"));
            assertThat(visitor.post("/auth/signup", fields, Map.of()).status()).isEqualTo(403);
            assertThat(closed.outbox().to("stranger@example.org")).isEmpty();
        }
    }
}
