package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.User.Status;
import dev.latchkey.core.admin.FindUsers;
import dev.latchkey.core.factor.TotpSecrets;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * An administrator, who is signed in, goes through the pages about users.
 *
 * @param stop what is done at each page, with its name
 */
record UsersWalk(TestServer server, Page page, BiConsumer<Page, String> stop) {
    private static final String EMAIL = "grace@example.org";

    void run() {
        var away = server.user("mallory@example.org");
        server.core().changeStatus.run(away.id(), Status.DISABLED, null, Origin.local("test"));
        for (int i = 0; i < 60; i++) {
            server.loneUser("crowd" + i + "@example.org");
        }
        finding();
        making();
        looking();
    }

    private void finding() {
        go("/admin/users");
        at("Users", "users");
        page.getByText("Next page").click();
        at("Users", "users-next");
        fill("Find", "mal");
        page.locator("#status").selectOption("disabled");
        press("Find");
        assertThat(page.locator("ul.rows > li").count()).isEqualTo(1);
        at("Users", "users-found");
        fill("Find", "<b>nobody");
        press("Find");
        at("Users", "users-none");
        go("/admin/users?ui_locales=de");
        at("Benutzer", "users-german");
        go("/admin/users?ui_locales=en");
    }

    private void making() {
        page.getByText("New user").click();
        at("New user", "user-new");
        fill("Email", "no address");
        page.getByText("I give them one").click();
        page.locator("#password").fill("short");
        press("Create user");
        assertThat(page.locator("#email-problem").isVisible()).isTrue();
        at("New user", "user-new-wrong");
        fill("Email", EMAIL);
        page.locator("#firstName").fill("Grace");
        page.locator("#lastName").fill("<i>Hopper</i>");
        page.locator("#password").fill(TestServer.PASSWORD);
        page.getByText("I know that this address is theirs").click();
        press("Create user");
        at("Grace <i>Hopper</i>", "user-made");
    }

    private void looking() {
        var grace =
                server.core()
                        .users
                        .find
                        .run(new FindUsers.Query(EMAIL, null, null), null)
                        .users()
                        .getFirst();
        furnish(grace);
        var path = "/admin/users/" + grace.id();
        go(path);
        at("Grace <i>Hopper</i>", "user");
        press("Send link");
        press("Sign out everywhere");
        at("Grace <i>Hopper</i>", "user-signed-out");
        page.getByText("Make administrator", new Page.GetByTextOptions().setExact(true)).click();
        press("Make Grace <i>Hopper</i> an administrator");
        at("Grace <i>Hopper</i>", "user-administrator");
        press("Take administration away");
        page.locator("#factors ~ details summary").click();
        press("Remove all of Grace <i>Hopper</i>");
        page.getByText("Disable", new Page.GetByTextOptions().setExact(true)).click();
        press("Disable Grace <i>Hopper</i>");
        at("Grace <i>Hopper</i>", "user-disabled");
        go(path + "?ui_locales=de");
        at("Grace <i>Hopper</i>", "user-german");
        go(path + "?ui_locales=en");
        last();
    }

    private void last() {
        go("/admin/users?q=root");
        page.locator("ul.rows a").first().click();
        press("Take administration away");
        assertThat(page.locator("#problem").innerText()).contains("at least one");
        at("Root", "user-last-administrator");
    }

    /** A session, a token, an identity, a second factor. */
    private void furnish(User user) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), EMAIL, TestServer.PASSWORD);
        server.apiToken(user);
        var stores = server.app().backend().database().stores();
        stores.identities().link("https://idp.example", "248289761001", user.id(), Instant.now());
        stores.totpSecrets()
                .insert(
                        user.id(),
                        new TotpSecrets.Kept(new byte[] {1}, 0, Instant.now(), Instant.now()));
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
}
