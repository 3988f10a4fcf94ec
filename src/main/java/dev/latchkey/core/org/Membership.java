package dev.latchkey.core.org;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One user's place in one organization.
 *
 * @param lastUsedAt when they last signed in to it and had another; null until then, since joining
 *     is no use
 */
public record Membership(
        Organization organization,
        Role role,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastUsedAt) {}
