package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.RecoveryCodes;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.List;

/** Recovery codes in SQL. */
record SqlRecoveryCodes(Sql sql) implements RecoveryCodes {

    @Override
    public void replace(UserId user, List<TokenHash> hashes, Instant at) {
        sql.writing(() -> {
            removeAll(user);
            hashes.forEach(hash -> insert(user, hash, at));
        });
    }

    private void insert(UserId user, TokenHash hash, Instant at) {
        sql.statement(
                        """
                        INSERT INTO recovery_codes (user_id, hash, created_at)
                        VALUES (:user, :hash, :at)
                        """)
                .bind("user", user)
                .bind("hash", hash)
                .bind("at", at)
                .execute();
    }

    @Override
    public boolean isUnused(UserId user, TokenHash hash) {
        return sql.statement(
                        """
                        SELECT EXISTS (SELECT 1 FROM recovery_codes
                         WHERE user_id = :user AND hash = :hash AND used_at IS NULL)
                        """)
                .bind("user", user)
                .bind("hash", hash)
                .isTrue();
    }

    @Override
    public boolean use(UserId user, TokenHash hash, Instant at) {
        return sql.statement(
                        """
                        UPDATE recovery_codes SET used_at = :at
                         WHERE user_id = :user AND hash = :hash AND used_at IS NULL
                        """)
                .bind("at", at)
                .bind("user", user)
                .bind("hash", hash)
                .executedOne();
    }

    @Override
    public int left(UserId user) {
        return sql.statement(
                        """
                        SELECT count(*) AS unused FROM recovery_codes
                         WHERE user_id = :user AND used_at IS NULL
                        """)
                .bind("user", user)
                .find(row -> (int) row.number("unused"))
                .orElse(0);
    }

    @Override
    public void removeAll(UserId user) {
        sql.statement("DELETE FROM recovery_codes WHERE user_id = :user")
                .bind("user", user)
                .execute();
    }
}
