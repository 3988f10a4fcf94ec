package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Somebody goes through every page there is.
 *
 * @param stop what is done at each page, with its name
 */
record PageWalk(TestServer server, MovableClock clock, Page page, BiConsumer<Page, String> stop) {
    private static final String EMAIL = "grace@example.org";
    private static final String FRESH = "a fresh staple";

    void run() {
        var host = server.user("ada@example.org");
        stranger();
        newcomer();
        account();
        graveChange();
        forgotten();
        invited(host);
        errors();
    }

    private void go(String path) {
        page.navigate(server.url() + path);
    }

    private void at(String heading, String name) {
        assertThat(page.locator("h1").innerText()).as(name).isEqualTo(heading);
        stop.accept(page, name);
    }

    private void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private void follow(String text) {
        page.getByText(text).first().click();
    }

    private void signIn(String email, String password) {
        go("/auth/login");
        fill("Email or user name", email);
        fill("Password", password);
        press("Sign in");
    }

    private String mailed(String email, String pattern) {
        return server.outbox().find(email, pattern);
    }

    private void stranger() {
        go("/");
        at("Welcome", "welcome");
        go("/auth/login");
        at("Sign in", "login");
        signIn("ada@example.org", "not hers");
        at("Sign in", "login-wrong");
        go("/auth/login?ui_locales=de");
        at("Anmelden", "login-german");
        go("/auth/signup?ui_locales=de");
        at("Konto anlegen", "signup-german");
        go("/auth/login?ui_locales=en");
    }

    private void newcomer() {
        go("/auth/signup");
        at("Create an account", "signup");
        page.locator("#firstName").fill("Grace");
        page.locator("#lastName").fill("<b>Hopper</b>");
        fill("Email", "not an address");
        fill("Password", "password1");
        press("Create account");
        at("Create an account", "signup-wrong");
        assertThat(page.locator("#password-problem").innerText()).contains("too easy to guess");
        fill("Email", EMAIL);
        fill("Password", TestServer.PASSWORD);
        press("Create account");
        at("Check your mail", "check-mail");
        press("Send it again");
        at("Check your mail", "sent-again");
        signIn(EMAIL, TestServer.PASSWORD);
        at("Verify your email first", "verify-first");
        go("/auth/verify-email?token=" + server.outbox().verificationToken(EMAIL));
        at("Verify your email", "verify-email");
        press("Verify my email");
        at("Thank you", "verified");
        go("/auth/outbox");
        at("Outbox", "outbox");
        signIn(EMAIL, TestServer.PASSWORD);
        at("Hello, Grace <b>Hopper</b>", "home");
    }

    private void account() {
        go("/account");
        at("Profile", "profile");
        page.locator("#userName").fill("no blanks");
        press("Save");
        at("Profile", "profile-wrong");
        page.locator("#userName").fill("grace");
        press("Save");
        at("Profile", "profile-saved");
        email();
        go("/account/password");
        at("Password", "password");
        fill("Current password", "not this");
        fill("New password", "12345678");
        press("Change password");
        at("Password", "password-wrong");
        fill("Current password", TestServer.PASSWORD);
        fill("New password", FRESH);
        press("Change password");
        at("Password", "password-changed");
        sessions();
        tokens();
        go("/account/sessions?ui_locales=de");
        at("Sitzungen", "sessions-german");
        go("/account?ui_locales=en");
    }

    private void email() {
        follow("Change");
        at("Change your email", "email");
        fill("New email", "grace.hopper@example.org");
        press("Send the link");
        at("Profile", "email-asked");
        go(
                "/account/email/confirm?token="
                        + mailed("grace.hopper@example.org", "confirm\\?token=(\\S+)"));
        at("Your new email", "email-confirm");
        press("Use this address");
        at("Profile", "email-changed");
    }

    private void sessions() {
        var elsewhere = Visitor.at(server.url());
        elsewhere.signIn(elsewhere.get("/auth/login"), "grace", FRESH);
        go("/account/sessions");
        at("Sessions", "sessions");
        press("Sign out everywhere else");
        at("Sessions", "sessions-ended");
    }

    private void tokens() {
        go("/account/tokens");
        at("API tokens", "tokens");
        fill("What is it for?", "the <i>backup</i> robot");
        press("Make token");
        at("API tokens", "token-fresh");
        go("/account/tokens");
        page.locator("summary").first().click();
        at("API tokens", "token-listed");
        press("Revoke the <i>backup</i> robot");
        at("API tokens", "token-revoked");
    }

    private void graveChange() {
        clock.advance(Duration.ofMinutes(20));
        go("/account/email");
        at("Is it still you?", "again");
        fill("Password", FRESH);
        press("Sign in");
        assertThat(page.locator("h1").innerText()).isEqualTo("Change your email");
        go("/auth/logout");
        at("Sign out", "logout");
        press("Sign out");
        at("Signed out", "signed-out");
    }

    private void forgotten() {
        go("/auth/forgot-password");
        at("Forgot your password?", "forgot");
        fill("Email", "ada@example.org");
        press("Send me a link");
        at("Check your mail", "forgot-sent");
        var link =
                "/auth/reset-password?token="
                        + mailed("ada@example.org", "reset-password\\?token=(\\S+)");
        go(link);
        at("Choose a new password", "reset");
        fill("New password", "ada@example.org");
        press("Change password");
        at("Choose a new password", "reset-wrong");
        fill("New password", FRESH);
        press("Change password");
        at("Password changed", "reset-done");
        go(link);
        at("That did not work", "reset-used");
    }

    private void invited(User host) {
        var engines = server.organization("Analytical Engines");
        server.member(engines.id(), host, Role.OWNER);
        var code =
                server.core()
                        .invite
                        .run(
                                engines.id(),
                                "grace.hopper@example.org",
                                Role.MEMBER,
                                null,
                                Origin.local("test"));
        var link = "/auth/invitation?code=" + code.text();
        go(link);
        at("You are invited", "invited");
        signIn("ada@example.org", FRESH);
        at("Choose an organization", "organization");
        press("Go on");
        go(link);
        at("For somebody else", "invitation-other");
        signIn("grace", FRESH);
        go(link);
        at("Join Analytical Engines", "invitation");
        press("Join");
        at("Welcome", "joined");
    }

    private void errors() {
        go("/auth/nothing-here");
        at("Not found", "not-found");
        go("/auth/login?step=forged");
        at("That did not work", "bad-step");
        server.app()
                .setupLink()
                .ifPresent(link -> {
                    page.navigate(link);
                    at("Set up Latchkey", "setup");
                });
    }
}
