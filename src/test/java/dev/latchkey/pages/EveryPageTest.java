package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.NameServer;
import dev.latchkey.testkit.Postgres;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Every page in a real browser, on both engines; its pictures are kept, axe-core looks at each. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    private Chromium chromium;

    @BeforeAll
    void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    /** Everybody's walks on one server; a new walk is one line here. */
    private void walk(
            Map<String, String> settings,
            boolean scripts,
            Trail trail,
            BiConsumer<Page, String> stop) {
        var clock = new MovableClock(Instant.now());
        try (var server = TestServer.start(settings, clock)) {
            inWindow(
                    scripts,
                    trail,
                    stop,
                    (page, look) -> {
                        new PageWalk(server, clock, page, look).run();
                        new FactorWalk(server, clock, page, scripts, look).run();
                        new ApplicationWalk(server, page, look).run();
                        new AdminWalk(server, page, look).run();
                    });
        }
    }

    /** The same where other providers are configured. */
    private void walkElsewhere(
            Map<String, String> more, boolean scripts, Trail trail, BiConsumer<Page, String> stop) {
        try (var provider = LyingProvider.start()) {
            var settings = new HashMap<>(ProviderWalk.settings(provider));
            settings.putAll(more);
            walkElsewhere(provider, settings, scripts, trail, stop);
        }
    }

    private void walkElsewhere(
            LyingProvider provider,
            Map<String, String> settings,
            boolean scripts,
            Trail trail,
            BiConsumer<Page, String> stop) {
        try (var server = TestServer.start(settings)) {
            inWindow(
                    scripts,
                    trail,
                    stop,
                    (page, look) -> new ProviderWalk(server, provider, page, look).run());
        }
    }

    /** An administrator's walk, where the DNS and other providers are ours. */
    private void walkOffice(
            Map<String, String> settings,
            boolean scripts,
            Trail trail,
            BiConsumer<Page, String> stop) {
        try (var names = NameServer.start();
                var provider = LyingProvider.start();
                var server = TestServer.start(OfficeWalk.settings(settings, names, provider))) {
            inWindow(
                    scripts, trail, stop, (page, look) -> new OfficeWalk(server, page, look).run());
        }
    }

    private void inWindow(
            boolean scripts,
            Trail trail,
            BiConsumer<Page, String> stop,
            BiConsumer<Page, BiConsumer<Page, String>> walk) {
        var page = chromium.window(scripts);
        page.onConsoleMessage(
                message -> assertThat(message.text()).doesNotContain("Refused", "violates"));
        trail.follow(page);
        walk.accept(
                page,
                (there, name) -> {
                    trail.look(there);
                    stop.accept(there, name);
                });
        page.context().close();
    }

    @Test
    void nothing_keeps_anybody_out_of_any_page() {
        var eye = new Eye();

        walk(Map.of(), true, new Trail(), eye::look);

        assertThat(eye.seen()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    @Test
    void nothing_keeps_anybody_out_on_the_way_to_other_providers() {
        var eye = new Eye();

        walkElsewhere(Map.of(), true, new Trail(), eye::look);

        assertThat(eye.seen()).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    }

    @Test
    void nothing_keeps_any_administrator_out() {
        var eye = new Eye();

        walkOffice(Map.of(), true, new Trail(), eye::look);

        assertThat(eye.seen()).hasSizeGreaterThan(14).doesNotHaveDuplicates();
    }

    @Test
    void none_needs_a_script_all_work_on_postgresql_and_none_is_forgotten() {
        var trail = new Trail();

        walk(
                Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase()),
                false,
                trail,
                (page, name) -> {});
        walkElsewhere(
                Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase()),
                false,
                trail,
                (page, name) -> {});
        walkOffice(
                Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase()),
                false,
                trail,
                (page, name) -> {});

        try (var provider = LyingProvider.start();
                var server = TestServer.start(ProviderWalk.settings(provider))) {
            var routes = server.app().routes();
            var anybody = Visitor.at(server.url());
            assertThat(new Trail().forgotten(routes, anybody))
                    .as("canary: without a walk, pages are forgotten and pictures are not")
                    .contains("/auth/login", "/account/security", "/auth/provider/{id}")
                    .doesNotContain("/auth/key.svg", "/oidc/jwks");
            assertThat(trail.forgotten(routes, anybody))
                    .as("pages that no walk stops at: add a stop, or the walk to this test")
                    .isEmpty();
        }
    }

    @Test
    void german_sentences_fit_on_a_telephone() {
        var eye = new Eye();
        try (var server = TestServer.start()) {
            AdminWalk.administrator(server);
            inWindow(
                    true,
                    new Trail(),
                    eye::glance,
                    (page, look) -> {
                        new Steps(server, page, look).signIn(AdminWalk.EMAIL, TestServer.PASSWORD);
                        for (var path : AdminWalk.pages(server, page).toList()) {
                            page.navigate(server.url() + path + "?ui_locales=de");
                            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
                            look.accept(page, "german" + path.replace('/', '-'));
                        }
                    });
        }

        assertThat(eye.seen()).hasSizeGreaterThan(15);
    }

    @Test
    void who_has_to_have_a_second_factor_sets_it_up_on_the_way_in() {
        var eye = new Eye();
        var clock = new MovableClock(Instant.now());
        try (var server =
                TestServer.start(Map.of("LATCHKEY_SIGNIN_SECOND_FACTOR", "required"), clock)) {
            inWindow(
                    true,
                    new Trail(),
                    eye::look,
                    (page, look) -> new FactorWalk(server, clock, page, true, look).demanded());
        }

        assertThat(eye.seen()).hasSize(3);
    }

    @Test
    void the_owners_name_logo_and_colour_are_on_the_pages() {
        try (var server =
                TestServer.start(
                        Map.of(
                                "LATCHKEY_PAGES_NAME", "Engines & Sons",
                                "LATCHKEY_PAGES_COLOUR", "#ffcc00",
                                "LATCHKEY_PAGES_LOGO",
                                        java.nio.file.Path.of(
                                                        "src/main/resources/dev/latchkey/pages/key.svg")
                                                .toAbsolutePath()
                                                .toString()))) {
            var page = chromium.window(true);
            page.navigate(server.url() + "/auth/signup");
            assertThat(page.title()).isEqualTo("Create an account · Engines & Sons");
            assertThat(page.locator("img").getAttribute("src")).isEqualTo("/auth/logo");
            assertThat(page.evaluate("document.querySelector('img').naturalWidth > 0"))
                    .isEqualTo(true);
            new Eye().look(page, "own-look");
        }
    }
}
