package dev.latchkey.store;

import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.figure.Figure;
import dev.latchkey.core.figure.HourlyFigures;
import dev.latchkey.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Figures in SQL. */
record SqlHourlyFigures(Sql sql) implements HourlyFigures {
    /** Before every session's id, and behind it. */
    private static final SessionId FIRST = new SessionId(0);

    private static final SessionId LAST = new SessionId(Long.MAX_VALUE);

    @Override
    public List<Count> since(Instant hour) {
        return sql.statement("SELECT * FROM hourly_figures WHERE hour >= :hour")
                .bind("hour", hour)
                .list(row ->
                        new Count(
                                row.time("hour"),
                                Figure.valueOf(row.text("figure")),
                                row.number("number")));
    }

    @Override
    public void add(Instant hour, Figure figure, long number) {
        put(hour, figure, number, "hourly_figures.number + excluded.number");
    }

    @Override
    public void keepHighest(Instant hour, Figure figure, long number) {
        put(
                hour,
                figure,
                number,
                "CASE WHEN excluded.number > hourly_figures.number THEN excluded.number"
                        + " ELSE hourly_figures.number END");
    }

    private void put(Instant hour, Figure figure, long number, String merged) {
        sql.statement(
                        """
                        INSERT INTO hourly_figures (hour, figure, number)
                        VALUES (:hour, :figure, :number)
                        ON CONFLICT (hour, figure) DO UPDATE SET number = %s
                        """
                                .formatted(merged))
                .bind("hour", hour)
                .bind("figure", figure)
                .bind("number", number)
                .execute();
    }

    @Override
    public Optional<Instant> countedUntil() {
        return sql.statement("SELECT counted_until FROM figures_counted")
                .find(row -> row.time("counted_until"));
    }

    @Override
    public boolean advance(@Nullable Instant from, Instant until) {
        return from == null
                ? sql.statement(
                                """
                                INSERT INTO figures_counted (id, counted_until) VALUES (1, :until)
                                ON CONFLICT DO NOTHING
                                """)
                        .bind("until", until)
                        .executedOne()
                : sql.statement(
                                """
                                UPDATE figures_counted SET counted_until = :until
                                 WHERE counted_until = :from
                                """)
                        .bind("until", until)
                        .bind("from", from)
                        .executedOne();
    }

    @Override
    public long events(AuditEvent.Kind kind, Instant from, Instant until) {
        return number(
                sql.statement(
                                """
                                SELECT count(*) AS number FROM audit_events
                                 WHERE kind = :kind AND at >= :from AND at < :until
                                """)
                        .bind("kind", kind)
                        .bind("from", from)
                        .bind("until", until));
    }

    /** Two questions, each a walk along the key of no more than a slice. */
    @Override
    public LiveSlice liveSessions(@Nullable SessionId after, int limit, Instant now, Instant idle) {
        var from = after == null ? FIRST : after;
        var last = behind(from, limit);
        var live =
                number(
                        sql.statement(
                                        """
                                        SELECT count(*) AS number FROM sessions
                                         WHERE id > :after AND id <= :last
                                           AND revoked_at IS NULL AND expires_at > :now
                                           AND last_seen_at > :idle
                                        """)
                                .bind("after", from)
                                .bind("last", last == null ? LAST : last)
                                .bind("now", now)
                                .bind("idle", idle));
        return new LiveSlice(live, last);
    }

    private @Nullable SessionId behind(SessionId from, int limit) {
        return sql.statement(
                        """
                        SELECT id FROM sessions WHERE id > :after
                         ORDER BY id LIMIT 1 OFFSET :rest
                        """)
                .bind("after", from)
                .bind("rest", limit - 1)
                .find(row -> row.session("id"))
                .orElse(null);
    }

    private static long number(Statement statement) {
        return statement.find(row -> row.number("number")).orElseThrow();
    }
}
