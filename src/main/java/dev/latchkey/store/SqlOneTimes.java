package dev.latchkey.store;

import dev.latchkey.core.key.OneTimes;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;

/** What may happen only once, in SQL. */
record SqlOneTimes(Sql sql) implements OneTimes {

    @Override
    public boolean claim(TokenHash what, Instant expiresAt) {
        return sql.statement(
                        """
                        INSERT INTO one_times (hash, expires_at)
                        VALUES (:hash, :expires) ON CONFLICT DO NOTHING
                        """)
                .bind("hash", what)
                .bind("expires", expiresAt)
                .executedOne();
    }
}
