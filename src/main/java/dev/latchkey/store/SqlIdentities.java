package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.federation.Identities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links to providers' identities in SQL. */
record SqlIdentities(Sql sql) implements Identities {

    @Override
    public Optional<UserId> find(String issuer, String subject) {
        return sql.statement(
                        """
                        SELECT user_id FROM identities
                         WHERE issuer = :issuer AND subject = :subject
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .find(row -> row.user("user_id"));
    }

    @Override
    public boolean link(String issuer, String subject, UserId user, Instant at) {
        return sql.statement(
                        """
                        INSERT INTO identities (issuer, subject, user_id, created_at)
                        VALUES (:issuer, :subject, :user, :at)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("user", user)
                .bind("at", at)
                .executedOne();
    }

    @Override
    public List<Linked> of(UserId user) {
        return sql.statement(
                        """
                        SELECT issuer, subject, created_at FROM identities
                         WHERE user_id = :user
                         ORDER BY created_at, issuer, subject
                        """)
                .bind("user", user)
                .list(row ->
                        new Linked(
                                row.text("issuer"), row.text("subject"), row.time("created_at")));
    }

    @Override
    public boolean unlink(String issuer, String subject, UserId user) {
        return sql.statement(
                        """
                        DELETE FROM identities
                         WHERE issuer = :issuer AND subject = :subject AND user_id = :user
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("user", user)
                .executedOne();
    }

    @Override
    public long count(String issuer, int most) {
        return sql.statement(
                        """
                        SELECT count(*) AS number
                          FROM (SELECT 1 FROM identities
                                 WHERE issuer = :issuer LIMIT :most) found
                        """)
                .bind("issuer", issuer)
                .bind("most", most)
                .find(row -> row.number("number"))
                .orElse(0L);
    }
}
