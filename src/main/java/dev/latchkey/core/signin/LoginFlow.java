package dev.latchkey.core.signin;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.factor.Method;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A sign-in that began well and waits for its owner: for a second factor, for the choice of an
 * organization, or for one after the other.
 *
 * @param method what was proven so far, in words of RFC 8176
 * @param needsFactor whether a second factor is asked for, or was
 */
public record LoginFlow(
        UserId user,
        String method,
        boolean needsFactor,
        @Nullable String returnTo,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** Whether the second factor that is asked for was proven. */
    public boolean isFactorProven() {
        return needsFactor && Method.isMultiple(method);
    }

    /** Whether nothing is missing but the organization. */
    public boolean isProven() {
        return !needsFactor || Method.isMultiple(method);
    }

    boolean isLive(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }
}
