package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.latchkey.testkit.Chromium;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a page as it stands: on a desk and on a phone, in the light and in the dark; keeps a
 * picture of each, and lets axe-core look for what keeps people out.
 *
 * @param seen the names of what was looked at
 */
record Eye(Axe axe, List<String> seen) {
    private record Screen(String name, int width, int height) {}

    private static final List<Screen> SCREENS =
            List.of(new Screen("phone", 360, 740), new Screen("desk", 1100, 800));
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.DARK, ColorScheme.LIGHT);

    Eye() {
        this(new Axe(), new ArrayList<>());
    }

    void look(Page page, String name) {
        seen.add(name);
        for (var screen : SCREENS) {
            page.setViewportSize(screen.width(), screen.height());
            for (var scheme : SCHEMES) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                look(page, name, screen, scheme);
            }
        }
    }

    private void look(Page page, String name, Screen screen, ColorScheme scheme) {
        var view =
                name + "-" + screen.name() + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        Chromium.keep(page, view);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(view + " is not wider than its window")
                .isEqualTo(true);
        assertThat(axe.seriousIn(page)).as(view).isEmpty();
    }
}
