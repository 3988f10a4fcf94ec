package dev.latchkey.architecture.crooked.pages.admin;

/** What only the wiring should know. */
public final class Office {
    public int desks() {
        return 1;
    }
}
