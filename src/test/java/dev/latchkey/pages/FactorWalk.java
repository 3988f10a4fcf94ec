package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.core.factor.Totp;
import dev.latchkey.core.factor.TotpSecret;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Somebody adds every second factor there is, signs in with each, and removes them.
 *
 * @param scripts whether the browser runs any: without, there are no passkeys
 */
record FactorWalk(Steps steps, MovableClock clock, boolean scripts) {
    private static final String EMAIL = "ada.lovelace@example.org";
    private static final String CODE = "The six digits that the app shows";

    FactorWalk(
            TestServer server,
            MovableClock clock,
            Page page,
            boolean scripts,
            BiConsumer<Page, String> stop) {
        this(new Steps(server, page, stop), clock, scripts);
    }

    void run() {
        steps.server().user(EMAIL);
        steps.signIn(EMAIL, TestServer.PASSWORD);
        steps.go("/account/security");
        steps.at("Two-step sign-in", "security-none");
        var secret = app();
        key();
        signInWith(secret);
        remove();
    }

    /** The same where everybody has to have one, for a member of two organizations. */
    void demanded() {
        var user = steps.server().user(EMAIL);
        var second = steps.server().organization("Looms & Sons");
        steps.server().member(second.id(), user, Role.MEMBER);
        steps.signIn(EMAIL, TestServer.PASSWORD);
        steps.at("Add an authenticator app", "demanded");
        steps.fill(CODE, code(shown()));
        steps.press("Add it");
        steps.at("Recovery codes", "demanded-codes");
        steps.follow("I have kept them");
        steps.at("Choose an organization", "demanded-organization");
        steps.page().getByLabel("Looms & Sons").check();
        steps.press("Go on");
        assertThat(steps.page().locator("h1").innerText()).startsWith("Hello");
    }

    private TotpSecret shown() {
        return TotpSecret.parse(steps.page().locator("code.secret").innerText()).orElseThrow();
    }

    private TotpSecret app() {
        steps.follow("Add an authenticator app");
        steps.at("Add an authenticator app", "authenticator");
        var secret = shown();
        steps.fill(CODE, "12345");
        steps.press("Add it");
        steps.at("Add an authenticator app", "authenticator-wrong");
        steps.fill(CODE, code(secret));
        steps.press("Add it");
        steps.at("Recovery codes", "recovery-codes");
        steps.follow("I have kept them");
        steps.at("Two-step sign-in", "security-app");
        steps.press("Make new codes");
        steps.at("Recovery codes", "recovery-codes-new");
        return secret;
    }

    private void key() {
        if (scripts) {
            virtualAuthenticator(steps.page());
        }
        steps.go("/account/security");
        steps.follow("Add a passkey");
        steps.at("Add a passkey", "passkey-new");
        if (scripts) {
            steps.fill("What should it be called?", "my <b>telephone</b>, the blue one");
            steps.press("Make the passkey");
            steps.page().waitForURL("**/account/security?done=*");
            steps.at("Two-step sign-in", "security-passkey");
            steps.page().locator(".keys input[name=name]").fill(" ");
            steps.press("Rename");
            steps.at("Two-step sign-in", "passkey-name-wrong");
            assertThat(steps.page().getByRole(AriaRole.ALERT).innerText()).contains("name");
            steps.page().locator(".keys input[name=name]").fill("telephone");
            steps.press("Rename");
            steps.at("Two-step sign-in", "passkey-renamed");
        }
    }

    private void signInWith(TotpSecret secret) {
        steps.signOut();
        steps.go("/auth/passkey");
        steps.at("Sign in with a passkey", "passkey-sign-in");
        steps.signIn(EMAIL, TestServer.PASSWORD);
        steps.at("One more step", "factor");
        if (scripts) {
            steps.follow("Use your authenticator app");
            steps.at("One more step", "factor-code");
        }
        steps.fill(CODE, "000");
        steps.press("Sign in");
        steps.at("One more step", "factor-wrong");
        steps.follow("Use a recovery code");
        steps.at("One more step", "factor-recovery");
        steps.follow("Use your authenticator app");
        clock.advance(Duration.ofSeconds(60));
        steps.fill(CODE, code(secret));
        steps.press("Sign in");
        assertThat(steps.page().locator("h1").innerText()).startsWith("Hello");
    }

    private void remove() {
        steps.go("/account/security");
        if (scripts) {
            steps.press("Remove telephone");
            steps.at("Two-step sign-in", "passkey-removed");
        }
        steps.press("Remove the app");
        steps.at("Two-step sign-in", "app-removed");
        steps.signOut();
    }

    private String code(TotpSecret secret) {
        return Totp.code(secret, Totp.step(clock.instant()));
    }

    private static void virtualAuthenticator(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
    }
}
