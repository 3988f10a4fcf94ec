package dev.latchkey.core.figure;

import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

/** What is counted for each hour. The names are stored: rename none. */
public enum Figure {
    SIGNED_IN(AuditEvent.Kind.SIGNED_IN),
    FAILED(AuditEvent.Kind.SIGN_IN_FAILED),
    FACTOR_FAILED(AuditEvent.Kind.FACTOR_FAILED),
    THROTTLED(AuditEvent.Kind.SIGN_IN_THROTTLED),
    /** Sign-ins that found every hashing place taken; no event, since each would cost a write. */
    OVERLOADED(null),
    /** The most there were at any look within the hour. */
    LIVE_SESSIONS(null);

    private final AuditEvent.@Nullable Kind kind;

    Figure(AuditEvent.@Nullable Kind kind) {
        this.kind = kind;
    }

    /** The events that are counted for it, or null when it is no number of events. */
    public AuditEvent.@Nullable Kind kind() {
        return kind;
    }
}
