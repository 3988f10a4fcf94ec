package dev.latchkey.store;

import dev.latchkey.core.memory.Forgetting;

import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

/** What the two engines do differently. Everything else is the same SQL. */
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {

    /** Runs {@code work} on a connection that only reads. */
    <T> T read(Function<Handle, T> work);

    /** Runs {@code work} in a transaction of its own; it is on disk when this returns. */
    <T> T write(Function<Handle, T> work);

    Values values();

    /** Connections for migrations, which may take long. */
    DataSource forMigrations();

    /**
     * The column types and table options that migrations name, and how what is not for it begins.
     */
    Map<String, String> types();

    /** An expression for the engine's own clock, in epoch milliseconds. */
    String now();

    /** Follows a column that is compared, and indexed, byte by byte. */
    String bytewise();

    /** Ends a SELECT whose rows nobody else may change until the transaction ends. */
    String forUpdate();

    /**
     * Ends a SELECT whose rows nobody changes until the transaction ends; others may say so too.
     */
    String forShare();

    /** Ends a SELECT that locks its rows and passes over those that others locked. */
    String skipLocked();

    /** Inside a transaction: tells the other nodes, if and when it commits. */
    void announce(Handle handle, Stale stale);

    /** Says from now on what others changed. */
    void watch(Forgetting forgetting);

    Pulse pulse();

    @Override
    void close();
}
