package dev.latchkey.pages;

import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.Brand;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Whose pages these are, as people see it.
 *
 * @param name the product's or company's
 * @param logo their own picture, or null for ours
 * @param colour of buttons and links, {@code #} and six hexadecimal digits, or null for ours
 */
public record Look(String name, @Nullable Picture logo, @Nullable String colour) {
    private static final String LOGO = "/auth/logo";

    /** The cards' grounds in the stylesheet, light and dark. */
    private static final Colour LIGHT = Colour.parse("#f6f5f1");

    private static final Colour DARK = Colour.parse("#1c2220");
    private static final double HOVERED = 0.2;

    /** A picture and its media type. */
    public record Picture(String type, byte[] bytes) {
        Reply reply() {
            return Reply.of(200, type, bytes);
        }
    }

    Brand brand() {
        return new Brand(name, logo == null ? "/auth/key.svg" : LOGO);
    }

    static String logoPath() {
        return LOGO;
    }

    /** Colours as custom properties, which win over the stylesheet's own. */
    byte[] stylesheet() {
        return colour == null
                ? new byte[0]
                : stylesheet(Colour.parse(colour)).getBytes(StandardCharsets.UTF_8);
    }

    private static String stylesheet(Colour wanted) {
        var light = wanted.readableOn(LIGHT, Colour.BLACK);
        var dark = wanted.readableOn(DARK, Colour.WHITE);
        return ":root {%s}\n@media (prefers-color-scheme: dark) {\n:root {%s}\n}\n"
                .formatted(
                        properties(light, Colour.WHITE, Colour.BLACK),
                        properties(dark, Colour.BLACK, Colour.WHITE));
    }

    private static String properties(Colour accent, Colour ink, Colour hovered) {
        return " --accent: %s; --accent-ink: %s; --accent-deep: %s; "
                .formatted(accent, ink, accent.mix(hovered, HOVERED));
    }
}
