package dev.latchkey.core.code;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a client was given by one code, or for itself: every token that came of it dies with it.
 *
 * @param user null for a client that acts for itself
 * @param session the sign-in behind it, also after that has ended; null without a user
 * @param offline outlives the session ({@code offline_access})
 * @param scope separated by blanks
 * @param claims names of single claims for user-info, separated by blanks
 * @param authenticatedAt {@code auth_time}; null without a user
 * @param method how the user signed in: {@code amr} values separated by blanks
 */
public record ClientGrant(
        GrantId id,
        String clientId,
        @Nullable UserId user,
        @Nullable SessionId session,
        boolean offline,
        String scope,
        String claims,
        @Nullable String nonce,
        @Nullable Instant authenticatedAt,
        String method,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
