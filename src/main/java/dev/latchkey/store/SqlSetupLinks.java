package dev.latchkey.store;

import dev.latchkey.core.account.SetupLinks;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;

/** Setup links in SQL. */
record SqlSetupLinks(Sql sql) implements SetupLinks {

    @Override
    public void insert(TokenHash hash, Instant expiresAt) {
        sql.statement(
                        """
                        INSERT INTO setup_links (hash, expires_at)
                        VALUES (:hash, :expires)
                        """)
                .bind("hash", hash)
                .bind("expires", expiresAt)
                .execute();
    }

    @Override
    public boolean isLive(TokenHash hash, Instant at) {
        return sql.statement(
                        """
                        SELECT EXISTS (SELECT 1 FROM setup_links
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at)
                        """)
                .bind("hash", hash)
                .bind("at", at)
                .isTrue();
    }

    @Override
    public boolean use(TokenHash hash, Instant at) {
        return sql.statement(
                        """
                        UPDATE setup_links SET used_at = :at
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("hash", hash)
                .bind("at", at)
                .executedOne();
    }
}
