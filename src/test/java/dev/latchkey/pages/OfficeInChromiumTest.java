package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.NameServer;
import dev.latchkey.testkit.Postgres;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The administrator's pages in a real browser, on both engines. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeInChromiumTest {
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
        Map<String, String> all = new HashMap<>(settings);
        try (var names = NameServer.start();
                var server = TestServer.start(with(all, names))) {
            var page = chromium.window(scripts);
            page.onConsoleMessage(
                    message -> assertThat(message.text()).doesNotContain("Refused", "violates"));
            new OfficeWalk(server, page, stop).run();
            page.context().close();
        }
    }

    private static Map<String, String> with(Map<String, String> settings, NameServer names) {
        settings.put("LATCHKEY_DNS_SERVER", names.address());
        return settings;
    }

    @Test
    void nothing_keeps_any_administrator_out() {
        var eye = new Eye();

        walk(Map.of(), true, eye::look);

        assertThat(eye.seen()).hasSizeGreaterThan(9).doesNotHaveDuplicates();
    }

    @Test
    void it_works_on_postgresql_and_without_scripts() {
        walk(
                Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase()),
                false,
                (page, name) -> {});
    }
}
