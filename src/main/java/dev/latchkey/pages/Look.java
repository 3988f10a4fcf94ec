package dev.latchkey.pages;

import dev.latchkey.pages.view.Brand;

/**
 * Whose pages these are, as people see it.
 *
 * @param name the product's or company's
 */
public record Look(String name) {
    Brand brand() {
        return new Brand(name, "/auth/key.svg");
    }

    /** Colours as custom properties, which the stylesheet takes over its own. */
    byte[] stylesheet() {
        return new byte[0];
    }
}
