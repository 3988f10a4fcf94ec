package dev.latchkey.core.audit;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which events are looked for: those that fit everything that is not null.
 *
 * @param user who did it, or whose account it concerns
 * @param address exactly as it was written down
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record AuditSearch(
        AuditEvent.@Nullable Kind kind,
        @Nullable UserId user,
        @Nullable OrgId organization,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final AuditSearch ALL = new AuditSearch(null, null, null, null, null, null);
}
