package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPageTest {
    private static final String SESSION = "latchkey_session";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user("ada@example.org");
        server.user("grace@example.org");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    @Test
    void a_right_password_gives_a_session_and_leads_home() {
        var visitor = visitor();

        var answer =
                visitor.signIn(visitor.get("/auth/login"), "ada@example.org", TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(server.url() + "/");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(SESSION + "=lks_")
                .contains("; Path=/; ", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain");
        assertThat(visitor.settle(answer).text())
                .contains("Hello, Ada Lovelace", "ada@example.org");
    }

    @Test
    void the_name_is_taken_in_any_case() {
        var visitor = visitor();

        var answer =
                visitor.signIn(
                        visitor.get("/auth/login"), " ADA@Example.ORG ", TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same_and_the_name_is_kept() {
        var visitor = visitor();

        var wrong = visitor.signIn(visitor.get("/auth/login"), "ada@example.org", "not this");
        var unknown = visitor.signIn(visitor.get("/auth/login"), "bob@example.org", "not this");

        assertThat(wrong.status()).isEqualTo(400).isEqualTo(unknown.status());
        assertThat(wrong.text())
                .contains("do not fit together", "value=\"ada@example.org\"")
                .doesNotContain("not this");
        assertThat(withoutTokens(wrong.text()))
                .isEqualTo(
                        withoutTokens(unknown.text())
                                .replace("bob@example.org", "ada@example.org"));
        assertThat(visitor.cookie(SESSION)).isEmpty();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void a_form_without_the_browsers_cookie_does_nothing() {
        var visitor = visitor();
        var page = visitor.get("/auth/login");
        visitor.forgetCookies();

        var answer = visitor.signIn(page, "ada@example.org", TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Nothing was done", "value=\"ada@example.org\"");
        assertThat(visitor.cookie(SESSION)).isEmpty();
        assertThat(visitor.signIn(answer, "ada@example.org", TestServer.PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void a_form_of_another_browser_does_nothing() {
        var attacker = visitor();
        var theirs = attacker.get("/auth/login");
        var victim = visitor();
        victim.get("/auth/login");

        var answer = victim.signIn(theirs, "ada@example.org", TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(victim.cookie(SESSION)).isEmpty();
    }

    @Test
    void a_form_without_a_token_does_nothing() {
        var visitor = visitor();
        visitor.get("/auth/login");

        var fields = Map.of("email", "ada@example.org", "password", TestServer.PASSWORD);

        assertThat(visitor.post("/auth/login", fields, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_form_sent_from_another_site_does_nothing() {
        var visitor = visitor();
        var fields = new HashMap<>(Visitor.hidden(visitor.get("/auth/login")));
        fields.putAll(Map.of("email", "ada@example.org", "password", TestServer.PASSWORD));

        assertThat(
                        visitor.post(
                                        "/auth/login",
                                        fields,
                                        Map.of("Origin", "https://evil.example"))
                                .status())
                .isEqualTo(403);
        assertThat(visitor.post("/auth/login", fields, Map.of("Origin", "null")).status())
                .isEqualTo(403);
        assertThat(
                        visitor.post(
                                        "/auth/login",
                                        fields,
                                        Map.of("Origin", server.url().toString()))
                                .status())
                .isEqualTo(303);
    }

    @Test
    void a_session_planted_before_the_sign_in_is_not_used_and_ends() {
        var attacker = visitor();
        attacker.signIn(attacker.get("/auth/login"), "grace@example.org", TestServer.PASSWORD);
        var planted = attacker.cookie(SESSION).orElseThrow();
        var victim = visitor();
        var page = victim.get("/auth/login");

        var answer =
                victim.post(
                        "/auth/login",
                        with(
                                Visitor.hidden(page),
                                "email",
                                "ada@example.org",
                                "password",
                                TestServer.PASSWORD),
                        Map.of(
                                "Cookie",
                                SESSION
                                        + "="
                                        + planted
                                        + "; latchkey_browser="
                                        + victim.cookie("latchkey_browser").orElseThrow()));

        assertThat(answer.cookie(SESSION)).isPresent().get().isNotEqualTo(planted);
        assertThat(attacker.get("/").text()).contains("Welcome").doesNotContain("Lovelace");
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void whatever_was_typed_comes_back_as_text() {
        var visitor = visitor();
        var evil = "\"><script>alert(1)</script>' onfocus=alert(2) {{x}} ${x}";

        var answer = visitor.signIn(visitor.get("/auth/login"), evil, "x");

        assertThat(answer.text()).doesNotContain("<script", "\" onfocus").contains("&lt;script");
        assertThat(visitor.get("/auth/login?login_hint=" + Visitor.encode(evil)).text())
                .doesNotContain("<script", "\" onfocus");
    }

    @Test
    void a_forged_step_leads_to_a_page_that_says_so() {
        var visitor = visitor();

        assertThat(visitor.get("/auth/login?step=AAAA").status()).isEqualTo(400);
        assertThat(visitor.get("/auth/login?step=" + "A".repeat(9000)).status()).isEqualTo(400);

        var page = visitor.get("/auth/login");
        var fields =
                with(
                        Visitor.hidden(page),
                        "email",
                        "ada@example.org",
                        "password",
                        TestServer.PASSWORD);
        var answer =
                visitor.post("/auth/login", with(fields, "step", "https://evil.example"), Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("can no longer be finished");
        assertThat(visitor.cookie(SESSION)).isEmpty();
    }

    @Test
    void no_site_may_frame_the_page_or_run_anything_in_it() {
        var answer = visitor().get("/auth/login");

        assertThat(answer.header("Content-Security-Policy"))
                .startsWith(
                        "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors"
                                + " 'none'; base-uri 'none'; form-action 'self'")
                .doesNotContain("unsafe", "script");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.text()).doesNotContain("<script", "style=");
    }

    @Test
    void guessing_is_slowed_down_and_says_when_to_come_back() {
        server.user("slow@example.org");
        var visitor = visitor();
        for (int i = 0; i < 10; i++) {
            visitor.signIn(visitor.get("/auth/login"), "slow@example.org", "guess " + i);
        }

        var answer =
                visitor.signIn(visitor.get("/auth/login"), "slow@example.org", TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).matches("[0-9]+");
        assertThat(answer.text()).contains("tried too often");
    }

    @Test
    void signing_out_asks_first_and_then_ends_the_session_itself() {
        var visitor = visitor();
        visitor.signIn(visitor.get("/auth/login"), "ada@example.org", TestServer.PASSWORD);
        var cookie = visitor.cookie(SESSION).orElseThrow();

        var question = visitor.get("/auth/logout");
        assertThat(visitor.get("/").text()).contains("Ada");
        var answer = visitor.submit(question, Map.of());

        assertThat(answer.text()).contains("You are signed out");
        assertThat(answer.response().headers().allValues("Set-Cookie").toString())
                .contains(SESSION + "=; Path=/; Max-Age=0");
        var again =
                visitor.post("/auth/logout", Map.of(), Map.of("Cookie", SESSION + "=" + cookie));
        assertThat(again.status()).isEqualTo(403);
        assertThat(
                        server.core()
                                .check
                                .find(new dev.latchkey.core.session.Credential.Cookie(cookie)))
                .isEmpty();
    }

    @Test
    void whoever_calls_this_machine_by_number_stays_there() {
        var byNumber = URI.create(server.url().toString().replace("localhost", "127.0.0.1"));
        var visitor = Visitor.at(byNumber);
        var fields =
                with(
                        Visitor.hidden(visitor.get("/auth/login")),
                        "email",
                        "ada@example.org",
                        "password",
                        TestServer.PASSWORD);

        var answer = visitor.post("/auth/login", fields, Map.of("Origin", byNumber.toString()));

        assertThat(answer.header("Location")).isEqualTo(byNumber + "/");
        assertThat(visitor.settle(answer).text()).contains("Hello, Ada");
    }

    @Test
    void what_is_nowhere_is_told_on_a_page() {
        var answer = visitor().get("/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.text()).contains("There is nothing at this address");
    }
}
