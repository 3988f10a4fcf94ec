package dev.latchkey.architecture.crooked.dialect.two;

import dev.latchkey.architecture.crooked.store.Rows;

/** Is known by its neighbour. */
public final class Two {
    public Rows rows() {
        return new Rows();
    }
}
