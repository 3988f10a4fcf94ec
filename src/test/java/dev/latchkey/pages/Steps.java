package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.testkit.TestServer;

import java.util.function.BiConsumer;

/**
 * What somebody does in a browser.
 *
 * @param stop what is done at each page, with its name
 */
record Steps(TestServer server, Page page, BiConsumer<Page, String> stop) {

    void go(String path) {
        page.navigate(server.url() + path);
    }

    /** The page is the expected one: that is all it takes to have it looked at. */
    void at(String heading, String name) {
        assertThat(page.locator("h1").innerText()).as(name).isEqualTo(heading);
        stop.accept(page, name);
    }

    void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    void press(String button) {
        role(AriaRole.BUTTON, button);
    }

    void follow(String link) {
        role(AriaRole.LINK, link);
    }

    private void role(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    void signIn(String email, String password) {
        go("/auth/login");
        fill("Email or user name", email);
        fill("Password", password);
        press("Sign in");
    }

    void signOut() {
        go("/auth/logout");
        press("Sign out");
    }
}
