package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.LyingProvider.Person;
import dev.latchkey.testkit.TestServer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Somebody goes through every page on the way to other providers and back: one that signs them in,
 * and one that fails.
 *
 * @param stop what is done at each page, with its name
 */
record ProviderWalk(
        TestServer server, LyingProvider provider, Page page, BiConsumer<Page, String> stop) {
    private static final String LOGO =
            Path.of("src/main/resources/dev/latchkey/pages/key.svg").toAbsolutePath().toString();
    private static final String GOOD = "Analytical Engines";
    private static final String BAD = "The Society of <Difference> Engines and Their Many Friends";

    static Map<String, String> settings(LyingProvider provider) {
        Map<String, String> settings = new HashMap<>(provider.settings(Lie.NONE, Lie.FAILS));
        settings.put("LATCHKEY_PROVIDERS_NONE_NAME", GOOD);
        settings.put("LATCHKEY_PROVIDERS_NONE_COLOR", "#336699");
        settings.put("LATCHKEY_PROVIDERS_NONE_LOGO", LOGO);
        settings.put("LATCHKEY_PROVIDERS_FAILS_LOGO", LOGO);
        settings.put("LATCHKEY_PROVIDERS_NONE_ORDER", "1");
        settings.put("LATCHKEY_PROVIDERS_FAILS_NAME", BAD);
        settings.put("LATCHKEY_PROVIDERS_FAILS_COLOR", "#ffcc00");
        return settings;
    }

    void run() {
        offered();
        failed();
        lastWayIn();
        unproven();
        linkFirst();
    }

    private void offered() {
        go("/auth/login?ui_locales=de");
        at("Anmelden", "providers-offered-german");
        go("/auth/signup?ui_locales=en");
        at("Create an account", "providers-sign-up");
        go("/auth/login");
        at("Sign in", "providers-offered");
    }

    private void failed() {
        follow("Sign in with " + BAD);
        at("Signing in with " + BAD + " did not work", "provider-failed");
        follow("Sign in another way");
        assertThat(page.locator("h1").innerText()).isEqualTo("Sign in");
    }

    private void lastWayIn() {
        provider.signsIn(new Person("charles", "charles@example.org", true, "Charles Babbage"));
        follow("Sign in with " + GOOD);
        at("Hello, Charles Babbage", "provider-home");
        go("/account/providers");
        at("Linked accounts", "linked");
        press("Unlink " + GOOD);
        at("Linked accounts", "linked-last");
        signOut();
    }

    private void unproven() {
        provider.signsIn(new Person("new", "new@example.org", false, "Somebody New"));
        go("/auth/login");
        follow("Sign in with " + GOOD);
        at("Verify your email first", "provider-verify-first");
    }

    private void linkFirst() {
        var ada = server.user("ada@example.org").email().text();
        provider.signsIn(new Person("ada", ada, false, "Ada Lovelace"));
        go("/auth/login");
        follow("Sign in with " + GOOD);
        at("Signing in with " + GOOD + " did not work", "provider-link-first");
        follow("Sign in with your password");
        page.getByLabel("Email or user name", exactly()).fill(ada);
        page.getByLabel("Password", exactly()).fill(TestServer.PASSWORD);
        press("Sign in");
        go("/account/providers");
        at("Linked accounts", "linked-none");
        follow("Link " + GOOD);
        at("Linked accounts", "linked-now");
        press("Unlink " + GOOD);
        at("Linked accounts", "linked-no-more");
    }

    private void signOut() {
        go("/auth/logout");
        press("Sign out");
    }

    private void go(String path) {
        page.navigate(server.url() + path);
    }

    private void at(String heading, String name) {
        assertThat(page.locator("h1").innerText()).as(name).isEqualTo(heading);
        stop.accept(page, name);
    }

    private void press(String button) {
        role(AriaRole.BUTTON, button);
    }

    private void follow(String link) {
        role(AriaRole.LINK, link);
    }

    private void role(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
