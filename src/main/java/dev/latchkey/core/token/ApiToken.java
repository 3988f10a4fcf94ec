package dev.latchkey.core.token;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A token that a user made for a program.
 *
 * @param shown its first characters, unique, safe to list
 * @param organization the one it acts in, or null for the user's usual one
 * @param expiresAt null: never
 */
public record ApiToken(
        ApiTokenId id,
        String shown,
        UserId user,
        String name,
        @Nullable OrgId organization,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
