package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.TotpSecrets;

import java.time.Instant;
import java.util.Optional;

/** What authenticator apps share with us, in SQL. */
record SqlTotpSecrets(Sql sql) implements TotpSecrets {

    @Override
    public Optional<Kept> find(UserId user) {
        return sql.statement("SELECT * FROM totp_secrets WHERE user_id = :user")
                .bind("user", user)
                .find(row ->
                        new Kept(
                                row.bytes("sealed"),
                                row.number("last_step"),
                                row.time("created_at"),
                                row.time("last_used_at")));
    }

    @Override
    public boolean insert(UserId user, Kept kept) {
        return sql.statement(
                        """
                        INSERT INTO totp_secrets (user_id, sealed, last_step,
                                                  created_at, last_used_at)
                        VALUES (:user, :sealed, :step, :created, :used)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("user", user)
                .bind("sealed", kept.sealed())
                .bind("step", kept.lastStep())
                .bind("created", kept.createdAt())
                .bind("used", kept.lastUsedAt())
                .executedOne();
    }

    @Override
    public boolean use(UserId user, long step, Instant at) {
        return sql.statement(
                        """
                        UPDATE totp_secrets SET last_step = :step, last_used_at = :at
                         WHERE user_id = :user AND last_step < :step
                        """)
                .bind("step", step)
                .bind("at", at)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public boolean remove(UserId user) {
        return sql.statement("DELETE FROM totp_secrets WHERE user_id = :user")
                .bind("user", user)
                .executedOne();
    }
}
