package dev.latchkey.architecture.crooked.http;

import dev.latchkey.architecture.crooked.core.org.Rule;

/** Knows a product, and makes its rules. */
public final class Door {
    public Rule rule() {
        return new Rule();
    }
}
