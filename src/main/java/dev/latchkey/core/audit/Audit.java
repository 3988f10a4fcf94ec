package dev.latchkey.core.audit;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** Writes down what happened, in the transaction it happened in. */
public final class Audit {
    private final AuditLog log;
    private final Clock clock;
    private final Ids ids;

    public Audit(AuditLog log, Clock clock, Ids ids) {
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /** Something a user did, or that was done, to their own account. */
    public void own(
            AuditEvent.Kind kind,
            UserId user,
            @Nullable OrgId organization,
            Origin origin,
            String detail) {
        record(kind, user, user, organization, origin, detail);
    }

    public void record(
            AuditEvent.Kind kind,
            @Nullable UserId actor,
            @Nullable UserId subject,
            @Nullable OrgId organization,
            Origin origin,
            String detail) {
        log.append(
                new AuditEvent(
                        ids.next(),
                        clock.instant(),
                        kind,
                        actor,
                        subject,
                        organization,
                        origin,
                        detail));
    }
}
