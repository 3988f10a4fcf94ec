package dev.latchkey.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven by Playwright. */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PROGRAMS =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/usr/bin/chromium-browser"),
                    Path.of("/usr/bin/google-chrome"));
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        var program =
                PROGRAMS.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() ->
                                new AssertionError(
                                        "Chromium is missing: install Debian's package chromium, in"
                                                + " which the pages are tested."));
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
        return new Chromium(playwright, browser);
    }

    /** A window without a history. */
    public Page window(boolean scripts) {
        return window(
                new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(1100, 800));
    }

    public Page phone() {
        return window(
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setDeviceScaleFactor(2)
                        .setColorScheme(ColorScheme.DARK));
    }

    private Page window(Browser.NewContextOptions options) {
        var page = browser.newContext(options).newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    /** Keeps a picture of the whole page as {@code target/screenshots/name.png}. */
    public static void keep(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
