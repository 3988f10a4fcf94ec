package dev.latchkey.core.code;

import dev.latchkey.core.account.User;
import dev.latchkey.core.token.Secret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a client gets at the token endpoint.
 *
 * @param user null where it acts for itself
 * @param scope of this access token
 * @param refreshToken null without {@code offline_access}
 */
public record ClientTokens(
        ClientGrant grant,
        @Nullable User user,
        String accessToken,
        String scope,
        Instant expiresAt,
        @Nullable Secret refreshToken) {

    /** Whose they are, where somebody signed in. */
    public User requireUser() {
        if (user == null) {
            throw new IllegalStateException("a client that acts for itself has no user");
        }
        return user;
    }

    @Override
    public String toString() {
        return "tokens of grant " + grant.id();
    }
}
