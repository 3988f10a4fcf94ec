package dev.latchkey.store;

import dev.latchkey.core.code.LogoutNotice;
import dev.latchkey.core.code.LogoutNotices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices that wait to be sent, in SQL. */
record SqlLogoutNotices(Sql sql) implements LogoutNotices {
    private static final Row.Reader<LogoutNotice> NOTICE =
            row ->
                    new LogoutNotice(
                            row.id("id"),
                            row.text("client_id"),
                            row.user("user_id"),
                            row.session("session_id"),
                            (int) row.number("attempts"),
                            row.time("created_at"));

    /** Materialized, so that the rows are chosen once, however the update is planned. */
    private static final String CLAIM =
            """
            WITH due AS MATERIALIZED (
                SELECT id FROM logout_notices WHERE due_at <= :now ORDER BY due_at LIMIT :limit%s)
            UPDATE logout_notices SET due_at = :until WHERE id IN (SELECT id FROM due)
            RETURNING *
            """;

    @Override
    public void put(LogoutNotice notice) {
        sql.statement(
                        """
                        INSERT INTO logout_notices (id, client_id, user_id, session_id, attempts,
                                                    created_at, due_at)
                        VALUES (:id, :client, :user, :session, :attempts, :created, :created)
                        """)
                .bind("id", notice.id())
                .bind("client", notice.clientId())
                .bind("user", notice.user())
                .bind("session", notice.session())
                .bind("attempts", notice.attempts())
                .bind("created", notice.createdAt())
                .execute();
    }

    @Override
    public List<LogoutNotice> claim(Instant now, Instant until, int limit) {
        return sql.statement(CLAIM.formatted(sql.engine().skipLocked()))
                .bind("until", until)
                .bind("now", now)
                .bind("limit", limit)
                .returning(NOTICE);
    }

    @Override
    public void done(UUID id) {
        sql.statement("DELETE FROM logout_notices WHERE id = :id").bind("id", id).execute();
    }

    @Override
    public void retry(UUID id, Instant nextTry) {
        sql.statement(
                        """
                        UPDATE logout_notices SET attempts = attempts + 1, due_at = :next
                         WHERE id = :id
                        """)
                .bind("next", nextTry)
                .bind("id", id)
                .execute();
    }
}
