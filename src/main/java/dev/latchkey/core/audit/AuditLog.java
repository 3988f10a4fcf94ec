package dev.latchkey.core.audit;

import java.util.List;

/** The store of audit events. */
public interface AuditLog {

    void append(AuditEvent event);

    /** Newest first. */
    List<AuditEvent> latest(int limit);
}
