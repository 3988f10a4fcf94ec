package dev.latchkey.core.session;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** The store of refresh tokens. */
public interface RefreshTokens {

    /**
     * A refresh token as it is kept.
     *
     * @param usedAt when it was exchanged, or null
     * @param sealedSuccessor its successor, sealed under the token itself, so that only its holder
     *     can read it; null until used
     */
    record Kept(
            SessionId session,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            byte @Nullable [] sealedSuccessor) {}

    /**
     * Everything that a refresh is decided by.
     *
     * @param membership where the session acts; null without an organization, or when its user left
     *     it
     * @param enrolled whether the user has a second factor now
     */
    record Opened(
            Kept kept,
            Session session,
            User user,
            @Nullable Membership membership,
            boolean enrolled) {}

    void insert(TokenHash hash, SessionId session, Instant createdAt, Instant expiresAt);

    Optional<Kept> find(TokenHash hash);

    /** In one look, since a refresh waits for each. */
    Optional<Opened> open(TokenHash hash);

    /** One statement decides: true for exactly one caller, and only before it expires. */
    boolean use(TokenHash hash, Instant at, byte[] sealedSuccessor);
}
