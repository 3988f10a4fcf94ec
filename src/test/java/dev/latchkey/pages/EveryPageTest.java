package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Postgres;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
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

    private void walk(
            Map<String, String> settings, boolean scripts, BiConsumer<Page, String> stop) {
        var clock = new MovableClock(Instant.now());
        try (var server = TestServer.start(settings, clock)) {
            var page = chromium.window(scripts);
            page.onConsoleMessage(
                    message -> assertThat(message.text()).doesNotContain("Refused", "violates"));
            new PageWalk(server, clock, page, stop).run();
            page.context().close();
        }
    }

    @Test
    void nothing_keeps_anybody_out_of_any_page() {
        var eye = new Eye();

        walk(Map.of(), true, eye::look);

        assertThat(eye.seen()).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }

    @Test
    void no_page_needs_a_script() {
        walk(Map.of(), false, (page, name) -> {});
    }

    @Test
    void every_page_works_on_postgresql() {
        walk(
                Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase()),
                false,
                (page, name) -> {});
    }

    @Test
    void nothing_keeps_anybody_out_on_the_way_to_other_providers() {
        var eye = new Eye();
        try (var provider = LyingProvider.start();
                var server = TestServer.start(ProviderWalk.settings(provider))) {
            var page = chromium.window(true);
            new ProviderWalk(server, provider, page, eye::look).run();
            page.context().close();
        }

        assertThat(eye.seen()).hasSizeGreaterThan(8).doesNotHaveDuplicates();
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
