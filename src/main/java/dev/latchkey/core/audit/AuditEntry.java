package dev.latchkey.core.audit;

import org.jspecify.annotations.Nullable;

/**
 * An event with what its ids are called now; null for what there is no more.
 *
 * @param actor an email
 * @param subject an email
 * @param organization a name
 */
public record AuditEntry(
        AuditEvent event,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String organization) {}
