package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.figure.Figure;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.NameServer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * An administrator goes through the pages about users, organizations, providers and what happened.
 *
 * @param stop what is done at each page, with its name
 */
record OfficeWalk(TestServer server, Page page, BiConsumer<Page, String> stop) {
    private static final String ROOT = "root@example.org";

    static Map<String, String> settings(
            Map<String, String> more, NameServer names, LyingProvider provider) {
        Map<String, String> all = new HashMap<>(ProviderWalk.settings(provider));
        all.putAll(more);
        all.put("LATCHKEY_DNS_SERVER", names.address());
        return all;
    }

    void run() {
        server.core()
                .createUser
                .run(
                        new CreateUser.Command(
                                ROOT,
                                null,
                                TestServer.PASSWORD,
                                "Root",
                                "",
                                true,
                                true,
                                null,
                                Origin.local("test")));
        server.user("ada@example.org");
        go("/auth/login");
        fill("Email or user name", ROOT);
        fill("Password", TestServer.PASSWORD);
        press("Sign in");
        organizations();
        audit();
        overview();
        providers();
        new UsersWalk(server, page, stop).run();
    }

    private void organizations() {
        go("/admin/organizations");
        fill("Name", " ");
        press("Create organization");
        at("Organizations", "admin-organizations-wrong");
        fill("Name", "The <i>Analytical</i> Engines");
        fill("Email of its owner optional", "ada@example.org");
        press("Create organization");
        at("The <i>Analytical</i> Engines", "admin-organization");
        go("/admin/organizations");
        at("Organizations", "admin-organizations");
        follow("The <i>Analytical</i> Engines");
        page.locator("#person").fill(ROOT);
        press("Add a member");
        page.locator("#email").fill("a-very-long-address-of-somebody.new@subdomain.example.org");
        press("Invite somebody");
        fill("Domain", "gmail.com");
        press("Add a domain");
        at("The <i>Analytical</i> Engines", "admin-organization-public-domain");
        fill("Domain", "engines.example");
        press("Add a domain");
        page.locator("summary").first().click();
        at("The <i>Analytical</i> Engines", "admin-organization-full");
        press("Check now whether the DNS of engines.example says so");
        at("The <i>Analytical</i> Engines", "admin-organization-not-proven");
        page.navigate(page.url().replaceAll("/domains.*", "") + "?ui_locales=de");
        at("The <i>Analytical</i> Engines", "admin-organization-german");
        go("/admin/organizations?ui_locales=en");
    }

    private void overview() {
        server.app()
                .backend()
                .database()
                .transactions()
                .writing(() -> {
                    var figures = server.app().backend().database().stores().hourlyFigures();
                    var hour =
                            java.time.Instant.now()
                                    .truncatedTo(java.time.temporal.ChronoUnit.HOURS);
                    for (int i = 0; i < 40; i++) {
                        var at = hour.minus(java.time.Duration.ofHours(i * i / 3));
                        figures.add(at, Figure.SIGNED_IN, 900 + 997 * i % 5000);
                        figures.add(at, Figure.FAILED, 31 * i % 47);
                        figures.add(at, Figure.THROTTLED, i % 5);
                        figures.add(at, Figure.OVERLOADED, i % 7);
                        figures.add(at, Figure.FACTOR_FAILED, i % 9);
                        figures.add(at, Figure.LIVE_SESSIONS, 10_000 + 313 * i % 999);
                    }
                });
        go("/admin");
        at("Overview", "overview");
        page.locator("summary").nth(1).click();
        at("Overview", "overview-table");
        go("/admin?period=month&ui_locales=de");
        stop.accept(page, "overview-month-german");
        go("/admin?ui_locales=en");
    }

    private void providers() {
        go("/admin/providers");
        at("Providers", "admin-providers");
        press("Check now whether Analytical Engines answers");
        at("Providers", "admin-providers-good");
    }

    private void follow(String text) {
        page.getByText(text).first().click();
    }

    private void audit() {
        var stranger = Visitor.at(server.url());
        var fields = Visitor.hidden(stranger.get("/auth/login"));
        fields.put("email", "ada@example.org");
        fields.put("password", "not hers");
        stranger.post("/auth/login", fields, Map.of("User-Agent", "<b>Evil</b> " + "x".repeat(99)));
        go("/admin/audit");
        page.locator("summary").first().click();
        at("Audit log", "audit");
        page.locator("#kind").selectOption("SIGN_IN_FAILED");
        fill("User", "ada@example.org");
        press("Find");
        at("Audit log", "audit-found");
        assertThat(page.locator("ul.rows > li").count()).isEqualTo(1);
        go("/admin/audit?user=nobody@example.org&from=yesterday");
        at("Audit log", "audit-wrong");
        go("/admin/audit?ui_locales=de");
        at("Protokoll", "audit-german");
        go("/admin/audit?ui_locales=en");
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
