package dev.latchkey.store;

/**
 * Whether the database file is still the one that was opened. Connections go on in a file that was
 * moved away, where nobody would find again what they write; so they have to be told.
 */
final class SqliteLife {
    private final SqliteFile file;
    private volatile Object known = new Object();
    private volatile boolean present;
    private volatile long life;

    SqliteLife(SqliteFile file) {
        this.file = file;
    }

    /**
     * Looks at the path. Gives true when another file lies there than before. Called by one thread.
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread alone counts
    boolean look() {
        var found = file.identity();
        present = found != null;
        if (found == null || found.equals(known)) {
            return false;
        }
        known = found;
        life++;
        return true;
    }

    /** Changes when the file is another one. Connections from before belong to the old one. */
    long current() {
        if (!present) {
            throw new DatabaseUnavailable("the database file is gone: " + file.path());
        }
        return life;
    }
}
