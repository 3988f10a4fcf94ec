package dev.latchkey.core.org;

import java.time.Instant;

/**
 * A tenant.
 *
 * @param slug unique, lower case, for addresses
 */
public record Organization(
        OrgId id,
        String name,
        String slug,
        String description,
        Instant createdAt,
        Instant updatedAt) {
    /** The slug of the organization that everybody joins in single-organization mode. */
    public static final String DEFAULT_SLUG = "default";
}
