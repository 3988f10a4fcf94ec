package dev.latchkey.store;

import java.time.Instant;
import java.util.List;

/** Removes rows whose time is over. Audit events stay. */
public final class Housekeeping {

    /** A table, its key, and which rows of it are over. */
    private record Sweep(String table, String key, String over) {
        static Sweep expired(String table, String key) {
            return new Sweep(table, key, "expires_at");
        }
    }

    /** Sessions last: what hangs on them goes with them, and there is less of it then. */
    private static final List<Sweep> SWEEPS =
            List.of(
                    Sweep.expired("one_times", "hash"),
                    Sweep.expired("setup_links", "hash"),
                    Sweep.expired("login_flows", "hash"),
                    Sweep.expired("authorization_codes", "hash"),
                    Sweep.expired("verification_tokens", "hash"),
                    Sweep.expired("reset_tokens", "hash"),
                    Sweep.expired("email_changes", "hash"),
                    Sweep.expired("invitations", "id"),
                    Sweep.expired("client_refresh_tokens", "hash"),
                    Sweep.expired("client_grants", "id"),
                    Sweep.expired("sessions", "id"));

    private final Sql sql;

    Housekeeping(Sql sql) {
        this.sql = sql;
    }

    /**
     * One round: from every table at most {@code batch} rows, each table in a transaction of its
     * own so that nobody waits long.
     *
     * @return how many rows went; call again soon when it is {@code batch} or more
     */
    public int run(Instant now, int batch) {
        return SWEEPS.stream().mapToInt(sweep -> sweep(sweep, now, batch)).sum();
    }

    private int sweep(Sweep sweep, Instant now, int batch) {
        var delete =
                """
                WITH gone AS MATERIALIZED (
                    SELECT %2$s FROM %1$s WHERE %3$s <= :now ORDER BY %3$s LIMIT :batch%4$s)
                DELETE FROM %1$s WHERE %2$s IN (SELECT %2$s FROM gone)
                """
                        .formatted(
                                sweep.table(),
                                sweep.key(),
                                sweep.over(),
                                sql.engine().skipLocked());
        return sql.statement(delete).bind("now", now).bind("batch", batch).execute();
    }
}
