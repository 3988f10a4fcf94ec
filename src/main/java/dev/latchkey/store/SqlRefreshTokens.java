package dev.latchkey.store;

import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.TokenHash;


import java.time.Instant;
import java.util.Optional;

/** Refresh tokens in SQL. */
record SqlRefreshTokens(Sql sql) implements RefreshTokens {
    private static final Row.Reader<Kept> KEPT =
            row ->
                    new Kept(
                            new SessionId(row.id("session_id")),
                            row.time("created_at"),
                            row.time("expires_at"),
                            row.timeOrNull("used_at"),
                            row.bytesOrNull("sealed_successor"));

    @Override
    public void insert(TokenHash hash, SessionId session, Instant createdAt, Instant expiresAt) {
        sql.statement(
                        """
                        INSERT INTO refresh_tokens (hash, session_id, created_at, expires_at)
                        VALUES (:hash, :session, :created, :expires)
                        """)
                .bind("hash", hash)
                .bind("session", session)
                .bind("created", createdAt)
                .bind("expires", expiresAt)
                .execute();
    }

    @Override
    public Optional<Kept> find(TokenHash hash) {
        return sql.statement("SELECT * FROM refresh_tokens WHERE hash = :hash")
                .bind("hash", hash)
                .find(KEPT);
    }

    @Override
    public boolean use(TokenHash hash, Instant at, byte[] sealedSuccessor) {
        return sql.statement(
                        """
                        UPDATE refresh_tokens SET used_at = :at, sealed_successor = :successor
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("successor", sealedSuccessor)
                .bind("hash", hash)
                .executedOne();
    }
}
