package dev.latchkey.store;

import dev.latchkey.core.account.EmailChanges;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;

/** Changes of email addresses in SQL. */
record SqlEmailChanges(Sql sql) implements EmailChanges {
    private static final Row.Reader<Kept> KEPT =
            row -> new Kept(row.user("user_id"), row.email(), row.time("expires_at"));

    @Override
    public void insert(TokenHash hash, Kept change, Instant createdAt) {
        sql.statement(
                        """
                        INSERT INTO email_changes (hash, user_id, email, email_key,
                                                   created_at, expires_at)
                        VALUES (:hash, :user, :email, :key, :created, :expires)
                        """)
                .bind("hash", hash)
                .bind("user", change.user())
                .bind("email", change.email().text())
                .bind("key", change.email().key())
                .bind("created", createdAt)
                .bind("expires", change.expiresAt())
                .execute();
    }

    @Override
    public Optional<Kept> find(TokenHash hash, Instant at) {
        return sql.statement(
                        """
                        SELECT user_id, email, email_key, expires_at FROM email_changes
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
                        UPDATE email_changes SET used_at = :at
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        RETURNING user_id, email, email_key, expires_at
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
                        UPDATE email_changes SET used_at = :at
                         WHERE user_id = :user AND used_at IS NULL
                        """)
                .bind("at", at)
                .bind("user", user)
                .execute();
    }
}
