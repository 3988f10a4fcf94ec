package dev.latchkey.architecture.crooked.core.org;

import dev.latchkey.architecture.crooked.store.Rows;

/** Knows the store, which knows it in turn. */
public final class Rule {
    public Rows rows() {
        return new Rows();
    }
}
