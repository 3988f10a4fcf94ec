package dev.latchkey.architecture.crooked.dialect.one;

import dev.latchkey.architecture.crooked.dialect.two.Two;
import dev.latchkey.architecture.crooked.store.Rows;

/** Knows its neighbour and the store. */
public final class One {
    public Rows rows() {
        return new Two().rows();
    }
}
