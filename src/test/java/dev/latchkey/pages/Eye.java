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
    private record View(String name, int width, int height, ColorScheme scheme, boolean isProbed) {}

    /** Colours are the same on every screen, and so is what axe-core says about them. */
    private static final List<View> VIEWS =
            List.of(
                    new View("phone-dark", 360, 740, ColorScheme.DARK, true),
                    new View("phone-light", 360, 740, ColorScheme.LIGHT, false),
                    new View("desk-light", 1100, 800, ColorScheme.LIGHT, true),
                    new View("desk-dark", 1100, 800, ColorScheme.DARK, false));

    private static final View GLANCE = new View("phone", 360, 740, ColorScheme.LIGHT, false);

    Eye() {
        this(new Axe(), new ArrayList<>());
    }

    void look(Page page, String name) {
        seen.add(name);
        VIEWS.forEach(view -> look(page, name, view));
    }

    /** A passing look, where sentences are longest and there is the least room. */
    void glance(Page page, String name) {
        seen.add(name);
        look(page, name, GLANCE);
    }

    private void look(Page page, String name, View view) {
        var as = name + "-" + view.name();
        page.setViewportSize(view.width(), view.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme()));
        Chromium.keep(page, as);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(as + " is not wider than its window")
                .isEqualTo(true);
        if (view.isProbed()) {
            assertThat(axe.seriousIn(page)).as(as).isEmpty();
        }
    }
}
