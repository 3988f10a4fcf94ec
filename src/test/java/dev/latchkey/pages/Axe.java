package dev.latchkey.pages;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Deque's axe-core, which finds in a page what keeps people from using it. */
final class Axe {
    private static final String RUN =
            """
            async () => {
                const found = await axe.run(document, {resultTypes: ['violations']});
                return found.violations
                    .filter(one => one.impact === 'serious' || one.impact === 'critical')
                    .map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | '));
            }
            """;

    private final String script;

    Axe() {
        try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
            script =
                    new String(
                            Objects.requireNonNull(in, "axe.min.js").readAllBytes(),
                            StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is serious or critical in the page as it is shown now. */
    @SuppressWarnings("unchecked")
    List<String> seriousIn(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(script + "; undefined");
        }
        return (List<String>) page.evaluate(RUN);
    }
}
