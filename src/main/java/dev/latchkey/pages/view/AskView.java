package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A question with one button, since opening an address alone never changes anything: mail scanners
 * open addresses, too.
 *
 * @param action where the button leads
 * @param hidden what it sends, the form's token among it
 * @param problem why the last try did not work, or null
 */
public record AskView(
        String title,
        String text,
        String action,
        Map<String, String> hidden,
        String button,
        List<Link> links,
        @Nullable String problem) {}
