package dev.latchkey.core.session;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.Secret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What somebody gets who signed in or refreshed.
 *
 * @param membership in the session's organization, null without one
 * @param credential the cookie's value or the signed token
 * @param refreshToken null where a cookie carries the session
 */
public record Grant(
        Session session,
        User user,
        @Nullable Membership membership,
        String credential,
        Instant credentialExpiresAt,
        @Nullable Secret refreshToken,
        @Nullable Instant refreshExpiresAt) {

    /** The refresh token of a carrier that has one. */
    public Secret requireRefreshToken() {
        if (refreshToken == null) {
            throw new IllegalStateException("a cookie has no refresh token");
        }
        return refreshToken;
    }

    /** When the refresh token of a carrier that has one ends. */
    public Instant requireRefreshExpiresAt() {
        if (refreshExpiresAt == null) {
            throw new IllegalStateException("a cookie has no refresh token");
        }
        return refreshExpiresAt;
    }

    @Override
    public String toString() {
        return "Grant of session " + session.id();
    }
}
