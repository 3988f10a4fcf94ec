package dev.latchkey.core.org;

import java.time.Instant;

/**
 * One user's place in one organization.
 *
 * @param lastUsedAt when they last signed in to it; the time they joined until then
 */
public record Membership(Organization organization, Role role, Instant createdAt, Instant updatedAt, Instant lastUsedAt) {}
