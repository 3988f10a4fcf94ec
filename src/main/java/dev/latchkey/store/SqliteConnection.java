package dev.latchkey.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One connection that is opened when it is needed, and again after it broke. For one thread at a
 * time.
 */
final class SqliteConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteConnection.class);

    /** Opens a connection. */
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private @Nullable Handle handle;

    SqliteConnection(Opening opening) {
        this.opening = opening;
    }

    boolean isOpen() {
        return handle != null;
    }

    Handle handle() {
        var open = handle;
        if (open == null) {
            open = open();
            handle = open;
        }
        return open;
    }

    private Handle open() {
        try {
            return new Handle(opening.open(), new StatementCache());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Whatever was under way is rolled back. The next {@link #handle} opens a new one. */
    @Override
    public void close() {
        var open = handle;
        handle = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (RuntimeException e) {
            LOG.warn("A broken connection could not be closed", e);
        }
    }
}
