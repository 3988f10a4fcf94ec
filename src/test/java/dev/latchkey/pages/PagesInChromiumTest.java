package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Every page in a real browser, with and without scripts; its pictures are kept. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInChromiumTest {
    private HttpServer application;
    private TestServer server;
    private Chromium chromium;
    private User host;

    @BeforeAll
    void start() throws IOException {
        application =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        application.createContext(
                "/",
                exchange -> {
                    var body = "<h1>The application</h1>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        application.start();
        server = TestServer.start(Map.of("LATCHKEY_REDIRECTS_ALLOWED", applicationUrl()));
        server.user("ada@example.org");
        host = server.user("host@example.org");
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
        application.stop(0);
    }

    private String applicationUrl() {
        return "http://127.0.0.1:" + application.getAddress().getPort();
    }

    private Page open(boolean scripts, String path) {
        var page = chromium.window(scripts);
        page.onConsoleMessage(
                message -> assertThat(message.text()).doesNotContain("Refused", "violates"));
        page.navigate(server.url() + path);
        return page;
    }

    private static void signIn(Page page, String email) {
        page.getByLabel("Email or user name").fill(email);
        page.getByLabel("Password").fill(TestServer.PASSWORD);
        page.getByRole(AriaRole.BUTTON).click();
    }

    private static String heading(Page page) {
        return page.locator("h1").innerText();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebody_signs_in_and_out(boolean scripts) {
        var page = open(scripts, "/");
        Chromium.keep(page, "welcome");
        page.getByText("Sign in").click();
        Chromium.keep(page, "login");

        page.getByLabel("Email or user name").fill("ada@example.org");
        page.getByLabel("Password").fill("wrong");
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("do not fit together");
        assertThat(page.getByLabel("Email or user name").inputValue()).isEqualTo("ada@example.org");
        assertThat(page.getByLabel("Password").inputValue()).isEmpty();
        Chromium.keep(page, "login-wrong");

        signIn(page, "ada@example.org");
        assertThat(heading(page)).isEqualTo("Hello, Ada Lovelace");
        Chromium.keep(page, "home");

        page.getByText("Sign out").click();
        Chromium.keep(page, "logout");
        press(page, "Sign out");
        assertThat(heading(page)).isEqualTo("Signed out");
        Chromium.keep(page, "signed-out");
        page.navigate(server.url() + "/");
        assertThat(heading(page)).isEqualTo("Welcome");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebody_signs_up_verifies_by_the_outbox_and_signs_in(boolean scripts) {
        var email = "grace" + scripts + "@example.org";
        var page = open(scripts, "/auth/signup");
        Chromium.keep(page, "signup");
        page.getByLabel("First name").fill("Grace");
        page.getByLabel("Last name").fill("<b>Hopper</b>");
        page.getByLabel("Email").fill("not an address");
        page.getByLabel("Password").fill("short");
        press(page, "Create account");
        assertThat(page.locator("#email-problem").innerText())
                .isEqualTo("This is not an email address.");
        assertThat(page.getByLabel("Password").getAttribute("aria-describedby"))
                .isEqualTo("password-problem password-hint");
        assertThat(page.getByLabel("Last name").inputValue()).isEqualTo("<b>Hopper</b>");
        Chromium.keep(page, "signup-wrong");

        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(TestServer.PASSWORD);
        press(page, "Create account");
        assertThat(heading(page)).isEqualTo("Check your mail");
        Chromium.keep(page, "check-mail");
        press(page, "Send it again");
        assertThat(page.getByRole(AriaRole.STATUS).innerText()).contains("sent it again");
        Chromium.keep(page, "sent-again");

        page.getByText("I opened it: sign in").click();
        signIn(page, email);
        assertThat(heading(page)).isEqualTo("Verify your email first");

        server.outbox().verificationToken(email);
        page.navigate(server.url() + "/auth/outbox");
        Chromium.keep(page, "outbox");
        page.locator(".letter", new Page.LocatorOptions().setHasText(email))
                .getByText("/auth/verify-email")
                .first()
                .click();
        assertThat(heading(page)).isEqualTo("Verify your email");
        Chromium.keep(page, "verify-email");
        press(page, "Verify my email");
        assertThat(heading(page)).isEqualTo("Thank you");
        Chromium.keep(page, "verified");

        page.getByText("Sign in").click();
        signIn(page, email);
        assertThat(heading(page)).isEqualTo("Hello, Grace <b>Hopper</b>");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_sign_in_for_trieve_ends_at_the_application_on_another_origin(boolean scripts) {
        var page = open(scripts, "/trieve/api/auth?redirect_uri=" + applicationUrl() + "/after");
        assertThat(heading(page)).isEqualTo("Sign in");

        signIn(page, "ada@example.org");

        assertThat(heading(page)).isEqualTo("The application");
        assertThat(page.url()).startsWith(applicationUrl() + "/after");
        page.navigate(server.url() + "/trieve/api/auth/me");
        assertThat(page.content()).contains("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_choice_of_an_organization_ends_at_the_application_on_another_origin(boolean scripts) {
        var several = server.user("several" + scripts + "@example.org");
        server.member(server.organization("Looms " + scripts).id(), several, Role.MEMBER);
        var page = open(scripts, "/trieve/api/auth?redirect_uri=" + applicationUrl() + "/after");

        signIn(page, several.email().text());
        assertThat(heading(page)).isEqualTo("Choose an organization");
        page.getByLabel("Looms " + scripts).check();
        press(page, "Go on");

        assertThat(heading(page)).isEqualTo("The application");
        page.navigate(server.url() + "/trieve/api/auth/me");
        assertThat(page.content()).contains(several.email().text());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_sign_up_for_trieve_keeps_the_way_back(boolean scripts) {
        var email = "katherine" + scripts + "@example.org";
        var page = open(scripts, "/trieve/api/auth?redirect_uri=" + applicationUrl() + "/after");
        page.getByText("Create one").click();
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(TestServer.PASSWORD);
        press(page, "Create account");
        var mail =
                open(
                        scripts,
                        "/auth/verify-email?token=" + server.outbox().verificationToken(email));
        press(mail, "Verify my email");

        page.getByText("I opened it: sign in").click();
        signIn(page, email);

        assertThat(heading(page)).isEqualTo("The application");
    }

    @Test
    void somebody_with_an_account_takes_an_invitation() {
        server.user("charlotte@example.org");
        var page =
                open(
                        false,
                        "/auth/invitation?code="
                                + invitation("charlotte@example.org", "Analytical Engines"));
        assertThat(heading(page)).isEqualTo("You are invited");
        Chromium.keep(page, "invited");
        page.getByText("I have an account: sign in").click();
        signIn(page, "charlotte@example.org");
        assertThat(heading(page)).isEqualTo("Join Analytical Engines");
        Chromium.keep(page, "invitation");

        press(page, "Join");

        assertThat(page.getByText("You are a member of Analytical Engines now.").isVisible())
                .isTrue();
        page.getByText("Go on").click();
        assertThat(page.getByText("Analytical Engines").isVisible()).isTrue();
    }

    @Test
    void somebody_without_an_account_signs_up_with_an_invitation() {
        var page =
                open(
                        true,
                        "/auth/invitation?code="
                                + invitation("mary@example.org", "Difference Engines"));
        page.getByText("Create an account").click();
        assertThat(page.getByText("You are invited to Difference Engines.").isVisible()).isTrue();
        assertThat(page.getByLabel("Email").inputValue()).isEqualTo("mary@example.org");
        Chromium.keep(page, "signup-invited");
        page.getByLabel("Password").fill(TestServer.PASSWORD);

        press(page, "Create account");

        assertThat(heading(page)).isEqualTo("Check your mail");
    }

    private String invitation(String email, String organization) {
        var created = server.organization(organization);
        server.member(created.id(), host, Role.OWNER);
        server.core().invite.run(created.id(), email, Role.MEMBER, null, Origin.local("test"));
        return server.outbox().find(email, "invitation\\?code=(\\S+)");
    }

    @Test
    void the_first_administrator_is_made_by_the_printed_link() {
        try (var empty = TestServer.start()) {
            var page = chromium.window(false);
            page.navigate(empty.app().setupLink().orElseThrow());
            Chromium.keep(page, "setup");
            page.getByLabel("First name").fill("Ada");
            page.getByLabel("Email").fill("ada@example.org");
            page.getByLabel("Password").fill(TestServer.PASSWORD);

            press(page, "Create administrator");

            assertThat(heading(page)).isEqualTo("Hello, Ada");
        }
    }

    @Test
    void every_page_fits_a_phone_in_the_dark() {
        var page = chromium.phone();
        for (var path : new String[] {"login", "signup", "outbox", "invitation?code=x"}) {
            page.navigate(server.url() + "/auth/" + path);
            Chromium.keep(page, "phone-" + path.replaceAll("\\?.*", ""));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    /**
     * Why the sign-in page lists where its form may end: should this fail, the list is not needed
     * any more.
     */
    @Test
    void chromium_holds_redirects_after_a_form_to_the_forms_policy() {
        application.createContext(
                "/form",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.getResponseHeaders()
                            .set("Content-Security-Policy", "form-action 'self'");
                    var body =
                            "<form method=post action=/jump><button>Go</button></form>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        application.createContext(
                "/jump",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", server.url() + "/auth/login");
                    exchange.sendResponseHeaders(303, -1);
                    exchange.close();
                });
        var page = chromium.window(true);
        page.navigate(applicationUrl() + "/form");

        var refusal = page.waitForConsoleMessage(() -> press(page, "Go"));

        assertThat(refusal.text()).contains("form-action");
        assertThat(page.url()).isEqualTo(applicationUrl() + "/form");
    }

    @Test
    void another_site_cannot_frame_the_sign_in_form() {
        var page = chromium.window(true);
        page.navigate(applicationUrl());
        page.setContent("<iframe src='" + server.url() + "/auth/login'></iframe>");
        page.waitForTimeout(500);

        assertThat(page.frames().get(1).content()).doesNotContain("Password");
    }
}
