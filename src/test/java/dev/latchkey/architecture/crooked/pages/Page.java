package dev.latchkey.architecture.crooked.pages;

import dev.latchkey.architecture.crooked.dialect.one.One;

/** Knows a dialect, and prints. */
public final class Page {
    public void show() {
        System.out.println(new One().rows().hashCode());
    }
}
