package dev.latchkey.store;

import dev.latchkey.core.code.ClientRefreshTokens;
import dev.latchkey.core.code.GrantId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** Clients' refresh tokens in SQL. */
record SqlClientRefreshTokens(Sql sql) implements ClientRefreshTokens {
    private static final Row.Reader<Kept> KEPT =
            row ->
                    new Kept(
                            new GrantId(row.id("grant_id")),
                            row.time("expires_at"),
                            row.timeOrNull("used_at"),
                            row.bytesOrNull("sealed_successor"));

    @Override
    public void insert(TokenHash hash, GrantId grant, Instant createdAt, Instant expiresAt) {
        sql.statement(
                        """
                        INSERT INTO client_refresh_tokens (hash, grant_id, created_at, expires_at)
                        VALUES (:hash, :grant, :created, :expires)
                        """)
                .bind("hash", hash)
                .bind("grant", grant)
                .bind("created", createdAt)
                .bind("expires", expiresAt)
                .execute();
    }

    @Override
    public Optional<Kept> find(TokenHash hash) {
        return sql.statement("SELECT * FROM client_refresh_tokens WHERE hash = :hash")
                .bind("hash", hash)
                .find(KEPT);
    }

    @Override
    public boolean use(TokenHash hash, Instant at, byte[] sealedSuccessor) {
        return sql.statement(
                        """
                        UPDATE client_refresh_tokens
                           SET used_at = :at, sealed_successor = :successor
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("successor", sealedSuccessor)
                .bind("hash", hash)
                .executedOne();
    }
}
