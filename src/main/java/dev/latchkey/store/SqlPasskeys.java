package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.Passkey;
import dev.latchkey.core.factor.PasskeyId;
import dev.latchkey.core.factor.Passkeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys in SQL. */
record SqlPasskeys(Sql sql) implements Passkeys {
    private static final Row.Reader<Passkey> PASSKEY =
            row ->
                    new Passkey(
                            new PasskeyId(row.id("id")),
                            row.user("user_id"),
                            row.text("name"),
                            new Passkey.Credential(
                                    row.bytes("credential_id"),
                                    row.bytes("attested"),
                                    row.number("sign_count"),
                                    row.flag("user_verified"),
                                    row.flag("backup_eligible"),
                                    row.flag("backed_up")),
                            row.time("created_at"),
                            row.timeOrNull("last_used_at"));

    @Override
    public boolean insert(Passkey passkey) {
        var credential = passkey.credential();
        return sql.statement(
                        """
                        INSERT INTO passkeys (id, credential_id, user_id, name, attested,
                                              sign_count, user_verified, backup_eligible,
                                              backed_up, created_at, last_used_at)
                        VALUES (:id, :credential, :user, :name, :attested,
                                :count, :verified, :eligible,
                                :backedUp, :created, :used)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", passkey.id())
                .bind("credential", credential.id())
                .bind("user", passkey.user())
                .bind("name", passkey.name())
                .bind("attested", credential.attested())
                .bind("count", credential.signCount())
                .bind("verified", credential.userVerified())
                .bind("eligible", credential.backupEligible())
                .bind("backedUp", credential.backedUp())
                .bind("created", passkey.createdAt())
                .bind("used", passkey.lastUsedAt())
                .executedOne();
    }

    @Override
    public Optional<Passkey> find(byte[] credentialId) {
        return sql.statement("SELECT * FROM passkeys WHERE credential_id = :credential")
                .bind("credential", credentialId)
                .find(PASSKEY);
    }

    @Override
    public List<Passkey> of(UserId user) {
        return sql.statement("SELECT * FROM passkeys WHERE user_id = :user ORDER BY created_at, id")
                .bind("user", user)
                .list(PASSKEY);
    }

    @Override
    public boolean rename(UserId user, PasskeyId id, String name) {
        return sql.statement("UPDATE passkeys SET name = :name WHERE id = :id AND user_id = :user")
                .bind("name", name)
                .bind("id", id)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public boolean remove(UserId user, PasskeyId id) {
        return sql.statement("DELETE FROM passkeys WHERE id = :id AND user_id = :user")
                .bind("id", id)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public void removeAll(UserId user) {
        sql.statement("DELETE FROM passkeys WHERE user_id = :user").bind("user", user).execute();
    }

    @Override
    public boolean use(PasskeyId id, long signCount, boolean backedUp, Instant at) {
        return sql.statement(
                        """
                        UPDATE passkeys
                           SET sign_count = :count, backed_up = :backedUp, last_used_at = :at
                         WHERE id = :id
                           AND (sign_count < :count OR (sign_count = 0 AND :count = 0))
                        """)
                .bind("count", signCount)
                .bind("backedUp", backedUp)
                .bind("at", at)
                .bind("id", id)
                .executedOne();
    }
}
