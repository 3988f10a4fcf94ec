package dev.latchkey.store;

import dev.latchkey.core.account.LastAdministrator;
import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.List;

/** Who administers, in SQL. */
record SqlAdministratorSeats(Sql sql) implements LastAdministrator.Seats {

    /**
     * In the order of their numbers, so that two who lock the same ones never wait for each other.
     * The status is no bare column here, since SQLite would take the index on that: everybody's.
     */
    @Override
    public List<UserId> lock() {
        return sql.statement(
                        """
                        SELECT id FROM users WHERE administrator = TRUE AND status || '' = 'ACTIVE'
                         ORDER BY number
                        """
                                + sql.engine().forUpdate())
                .returning(row -> row.user("id"));
    }

    @Override
    public void set(UserId user, boolean administrator, Instant at) {
        sql.statement(
                        """
                        UPDATE users SET administrator = :administrator, updated_at = :at
                         WHERE id = :id
                        """)
                .bind("administrator", administrator)
                .bind("at", at)
                .bind("id", user)
                .execute();
    }
}
