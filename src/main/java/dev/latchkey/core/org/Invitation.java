package dev.latchkey.core.org;

import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** An offer to join an organization in a role, for one email address, once. */
public record Invitation(
        UUID id,
        OrgId organization,
        Email email,
        Role role,
        @Nullable UserId invitedBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
