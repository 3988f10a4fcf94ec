package dev.latchkey.store;

import java.sql.SQLException;

/**
 * A statement failed, or its database could not be reached. Neither its message nor its cause's
 * holds values: they are people's addresses and hashes, and errors end in the log.
 */
final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFault(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
