package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Which engine keeps the rows, and where. */
public sealed interface DatabaseSettings {

    /**
     * The embedded engine.
     *
     * @param file made when missing, readable by its owner only
     * @param poolSize connections that read at once; one more writes
     */
    record Sqlite(Path file, int poolSize) implements DatabaseSettings {}

    /**
     * A server, version 15 or later.
     *
     * @param jdbcUrl {@code jdbc:postgresql://…}
     * @param poolSize connections at once; one more listens
     */
    record Postgres(String jdbcUrl, @Nullable String user, @Nullable String password, int poolSize)
            implements DatabaseSettings {

        /** Never the password. */
        @Override
        public String toString() {
            return jdbcUrl + " as " + user;
        }
    }
}
