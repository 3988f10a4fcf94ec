package dev.latchkey.core.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The store of audit events. */
public interface AuditLog {

    void append(AuditEvent event);

    /** Newest first. */
    List<AuditEvent> latest(int limit);

    /**
     * Newest first, those behind {@code before} (null: from the newest). Read from an index on
     * whatever is asked for, however many there are.
     */
    List<AuditEntry> find(AuditSearch search, @Nullable AuditPlace before, int limit);
}
