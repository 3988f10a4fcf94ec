package dev.latchkey.store;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Keeps values out of error messages: they are people's addresses and hashes, and errors end in the
 * log.
 */
final class Quiet {
    private Quiet() {}

    static Jdbi jdbi(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
