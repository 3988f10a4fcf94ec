package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;

/** What attackers try at the account pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackedPagesTest {
    private static final String MARKUP = "\"><script>alert(1)</script>";
    private TestServer server;
    private User ada;

    @BeforeAll
    void start() {
        server = TestServer.start();
        ada = server.user("ada@example.org");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor signedIn() {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), "ada@example.org", TestServer.PASSWORD);
        return visitor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/email",
                "/account/email/confirm",
                "/account/password",
                "/account/sessions/end",
                "/account/sessions/end-others",
                "/account/tokens",
                "/account/tokens/rename",
                "/account/tokens/revoke",
                "/auth/forgot-password"
            })
    void no_form_works_without_its_token_or_from_elsewhere(String path) {
        var visitor = signedIn();
        var other = signedIn();
        var foreign = Visitor.hidden(other.get("/account")).get("csrf");
        var own = Visitor.hidden(visitor.get("/account")).get("csrf");

        var missing = visitor.post(path, Map.of("name", "x"), Map.of());
        var anothers = visitor.post(path, Map.of("csrf", foreign), Map.of());
        var elsewhere =
                visitor.post(path, Map.of("csrf", own), Map.of("Origin", "https://evil.example"));

        for (var answer : new int[] {missing.status(), anothers.status(), elsewhere.status()}) {
            // A confirmation shows whom it is for first, and there is nobody.
            assertThat(answer).isIn(403, path.endsWith("confirm") ? 400 : 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account", "/account/sessions/end", "/account/tokens", "/account/password"})
    void a_form_without_a_session_leads_to_the_sign_in_page_only(String path) {
        var answer = Visitor.at(server.url()).post(path, Map.of("name", "x"), Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(server.url() + "/auth/login?step=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/auth/login",
                "/auth/signup",
                "/auth/forgot-password",
                "/auth/reset-password?token=x",
                "/account",
                "/account/password",
                "/account/sessions",
                "/account/tokens",
                "/nothing"
            })
    void no_page_can_be_framed_kept_or_run_scripts(String path) {
        var page = signedIn().get(path);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).doesNotContain("style=", "onclick", "<style");
    }

    @Test
    void markup_in_anything_shown_stays_text() {
        var visitor = signedIn();
        var organization = server.organization(MARKUP);
        server.member(organization.id(), ada, Role.OWNER);
        server.core()
                .passwordSignIn
                .run(
                        new PasswordSignIn.Command(
                                "ada@example.org",
                                TestServer.PASSWORD,
                                OrganizationChoice.OPTIONAL,
                                Carrier.COOKIE,
                                null,
                                new Origin(MARKUP, MARKUP + "Firefox/", "", MARKUP)));
        visitor.submit(
                visitor.get("/account"),
                Map.of("firstName", MARKUP, "lastName", "", "userName", ""));
        var tokens = new HashMap<>(Visitor.hidden(visitor.get("/account")));
        tokens.put("name", MARKUP);
        visitor.post("/account/tokens", tokens, Map.of());

        for (var path :
                new String[] {
                    "/",
                    "/account",
                    "/account/sessions",
                    "/account/tokens",
                    "/auth/login?login_hint=" + Visitor.encode(MARKUP),
                    "/account?done=" + Visitor.encode(MARKUP),
                    "/account?ui_locales=" + Visitor.encode(MARKUP),
                    "/account?x=" + Visitor.encode(MARKUP)
                }) {
            assertThat(visitor.get(path).text()).as(path).doesNotContain("<script");
        }
        visitor.submit(
                visitor.get("/account"),
                Map.of("firstName", "Ada", "lastName", "Lovelace", "userName", ""));
    }

    @Test
    void the_links_to_other_languages_stay_here() {
        var visitor = signedIn();

        for (var path : new String[] {"//evil.example/", "/%2f%2fevil.example", "/?x=//evil"}) {
            var page = visitor.get(server.url() + path).text();
            assertThat(page).doesNotContain("href=\"//", "href=\"http");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/account", "forged"})
    void a_step_that_we_did_not_seal_leads_nowhere(String step) {
        var visitor = Visitor.at(server.url());
        for (var path : new String[] {"/auth/login", "/auth/forgot-password", "/auth/signup"}) {
            assertThat(visitor.get(path + "?step=" + Visitor.encode(step)).status())
                    .as(path)
                    .isEqualTo(400);
        }
        var form = new HashMap<>(Visitor.hidden(visitor.get("/auth/login")));
        form.putAll(
                Map.of("email", "ada@example.org", "password", TestServer.PASSWORD, "step", step));

        assertThat(visitor.post("/auth/login", form, Map.of()).header("Location")).isNull();
    }

    @Test
    void a_foreign_host_header_is_in_no_redirect() {
        var answer = Visitor.at(server.url()).get("/account");

        assertThat(answer.header("Location")).startsWith(server.url().toString());
    }
}
