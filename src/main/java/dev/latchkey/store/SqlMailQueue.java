package dev.latchkey.store;

import dev.latchkey.core.mail.MailQueue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Waiting messages in SQL. A delivered one is deleted: it holds tokens, even if sealed. */
record SqlMailQueue(Sql sql) implements MailQueue {
    private static final Row.Reader<Waiting> WAITING =
            row ->
                    new Waiting(
                            row.id("id"),
                            row.bytes("sealed"),
                            (int) row.number("attempts"),
                            row.time("created_at"));

    /** Materialized, so that the rows are chosen once, however the update is planned. */
    private static final String CLAIM =
            """
            WITH due AS MATERIALIZED (
                SELECT id FROM mails WHERE due_at <= :now ORDER BY due_at LIMIT :limit%s)
            UPDATE mails SET due_at = :until WHERE id IN (SELECT id FROM due)
            RETURNING id, sealed, attempts, created_at
            """;

    @Override
    public void put(UUID id, byte[] sealed, Instant createdAt) {
        sql.statement(
                        """
                        INSERT INTO mails (id, sealed, attempts, created_at, due_at)
                        VALUES (:id, :sealed, 0, :created, :created)
                        """)
                .bind("id", id)
                .bind("sealed", sealed)
                .bind("created", createdAt)
                .execute();
    }

    @Override
    public List<Waiting> claim(Instant now, Instant until, int limit) {
        var claimed =
                sql.statement(CLAIM.formatted(sql.engine().skipLocked()))
                        .bind("until", until)
                        .bind("now", now)
                        .bind("limit", limit)
                        .returning(WAITING);
        return claimed.stream().sorted(Comparator.comparing(Waiting::createdAt)).toList();
    }

    @Override
    public void done(UUID id) {
        sql.statement("DELETE FROM mails WHERE id = :id").bind("id", id).execute();
    }

    @Override
    public void retry(UUID id, Instant nextTry) {
        sql.statement(
                        """
                        UPDATE mails SET attempts = attempts + 1, due_at = :next
                         WHERE id = :id
                        """)
                .bind("next", nextTry)
                .bind("id", id)
                .execute();
    }
}
