package dev.latchkey.store;

import dev.latchkey.core.Origin;
import dev.latchkey.core.audit.AuditEntry;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.audit.AuditLog;
import dev.latchkey.core.audit.AuditPlace;
import dev.latchkey.core.audit.AuditSearch;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;

/** Audit events in SQL. */
record SqlAuditLog(Sql sql) implements AuditLog {
    private static final Row.Reader<AuditEvent> EVENT = SqlAuditLog::event;
    private static final Row.Reader<AuditEntry> ENTRY = SqlAuditLog::entry;

    @Override
    public void append(AuditEvent event) {
        sql.statement(
                        """
                        INSERT INTO audit_events (id, at, kind, actor_id, subject_id,
                                                  organization_id,
                                                  address, user_agent, request_id, door, detail)
                        VALUES (:id, :at, :kind, :actor, :subject, :organization,
                                :address, :agent, :request, :door, :detail)
                        """)
                .bind("id", event.id())
                .bind("at", event.at())
                .bind("kind", event.kind())
                .bind("actor", event.actor())
                .bind("subject", event.subject())
                .bind("organization", event.organization())
                .bind("address", event.origin().address())
                .bind("agent", event.origin().userAgent())
                .bind("request", event.origin().requestId())
                .bind("door", event.origin().door())
                .bind("detail", event.detail())
                .execute();
    }

    @Override
    public List<AuditEvent> latest(int limit) {
        return sql.statement(
                        """
                        SELECT * FROM audit_events
                         ORDER BY at DESC, id DESC LIMIT :limit
                        """)
                .bind("limit", limit)
                .list(EVENT);
    }

    @Override
    public List<AuditEntry> find(AuditSearch search, @Nullable AuditPlace before, int limit) {
        return new SqlAuditSearch(search, before, limit).in(sql).list(ENTRY);
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                event(row),
                row.textOrNull("actor_email"),
                row.textOrNull("subject_email"),
                row.textOrNull("organization_name"));
    }

    private static AuditEvent event(Row row) throws SQLException {
        return new AuditEvent(
                row.id("id"),
                row.time("at"),
                AuditEvent.Kind.valueOf(row.text("kind")),
                row.userOrNull("actor_id"),
                row.userOrNull("subject_id"),
                row.organizationOrNull("organization_id"),
                new Origin(
                        row.text("address"),
                        row.text("user_agent"),
                        row.text("request_id"),
                        row.text("door")),
                row.text("detail"));
    }
}
