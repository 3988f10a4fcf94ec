package dev.latchkey.architecture.crooked.provider;

import dev.latchkey.architecture.crooked.store.Rows;

/** Knows the store. */
public final class Idp {
    public Rows rows() {
        return new Rows();
    }
}
