package dev.latchkey.core.session;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /**
     * A token and what it is to be exchanged for.
     *
     * @param sealedSuccessor as in {@link Kept}
     * @param successorExpiresAt when the successor expires
     */
    record Exchange(
            TokenHash token,
            byte[] sealedSuccessor,
            TokenHash successor,
            SessionId session,
            Instant successorExpiresAt) {}

    void insert(TokenHash hash, SessionId session, Instant createdAt, Instant expiresAt);

    Optional<Kept> find(TokenHash hash);

    default Optional<Opened> open(TokenHash hash) {
        return Optional.ofNullable(open(Set.of(hash)).get(hash));
    }

    /** Those that are known, in one look, since a refresh waits for each. */
    Map<TokenHash, Opened> open(Set<TokenHash> hashes);

    /**
     * Uses tokens up and inserts their successors. For each token one statement decides: of all
     * callers exactly one wins it, and only before it expires.
     *
     * @param all of different tokens
     * @return the tokens that were won
     */
    Set<TokenHash> exchange(List<Exchange> all, Instant at);
}
