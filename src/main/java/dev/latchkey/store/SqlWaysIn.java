package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.account.WaysIn;

/** What somebody can sign in with, counted in SQL. */
record SqlWaysIn(Sql sql) implements WaysIn.Count {

    /**
     * Two statements: on PostgreSQL one that waited for the lock would count what it saw before.
     */
    @Override
    public int lockAndCount(UserId user) {
        sql.statement("SELECT id FROM users WHERE id = :user" + sql.engine().forUpdate())
                .bind("user", user)
                .returning(row -> row.id("id"));
        return sql.statement(
                        """
                        SELECT (SELECT count(*) FROM users
                                 WHERE id = :user AND password_hash IS NOT NULL)
                             + (SELECT count(*) FROM passkeys WHERE user_id = :user)
                             + (SELECT count(*) FROM identities WHERE user_id = :user) AS ways
                        """)
                .bind("user", user)
                .returning(row -> (int) row.number("ways"))
                .getFirst();
    }
}
