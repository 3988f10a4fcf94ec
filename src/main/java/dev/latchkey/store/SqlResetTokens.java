package dev.latchkey.store;

import dev.latchkey.core.account.ResetTokens;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** Password reset tokens in SQL. */
record SqlResetTokens(Sql sql) implements ResetTokens {
    private static final Row.Reader<Kept> KEPT =
            row -> new Kept(row.user("user_id"), row.text("email_key"), row.time("expires_at"));

    @Override
    public void insert(TokenHash hash, Kept token, Instant createdAt) {
        sql.statement(
                        """
                        INSERT INTO reset_tokens (hash, user_id, email_key, created_at, expires_at)
                        VALUES (:hash, :user, :key, :created, :expires)
                        """)
                .bind("hash", hash)
                .bind("user", token.user())
                .bind("key", token.emailKey())
                .bind("created", createdAt)
                .bind("expires", token.expiresAt())
                .execute();
    }

    @Override
    public Optional<Kept> find(TokenHash hash, Instant at) {
        return sql.statement(
                        """
                        SELECT user_id, email_key, expires_at FROM reset_tokens
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("hash", hash)
                .bind("at", at)
                .find(KEPT);
    }

    @Override
    public Optional<Kept> use(TokenHash hash, Instant at) {
        return sql
                .statement(
                        """
                        UPDATE reset_tokens SET used_at = :at
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        RETURNING user_id, email_key, expires_at
                        """)
                .bind("at", at)
                .bind("hash", hash)
                .returning(KEPT)
                .stream()
                .findFirst();
    }

    @Override
    public void useAll(UserId user, Instant at) {
        sql.statement(
                        """
                        UPDATE reset_tokens SET used_at = :at
                         WHERE user_id = :user AND used_at IS NULL
                        """)
                .bind("at", at)
                .bind("user", user)
                .execute();
    }
}
