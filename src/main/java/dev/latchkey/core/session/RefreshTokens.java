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

/** The store of refresh tokens, which are kept with their sessions. */
public interface RefreshTokens {

    /**
     * Everything that a refresh is decided by.
     *
     * @param membership where the session acts; null without an organization, or when its user left
     *     it
     * @param enrolled whether the user has a second factor now
     */
    record Opened(
            RefreshFamily family,
            Session session,
            User user,
            @Nullable Membership membership,
            boolean enrolled) {}

    /**
     * The current token of a family and what it is to be exchanged for.
     *
     * @param successorExpiresAt when the successor expires
     * @param used what the family remembers from there on, the token itself first
     */
    record Exchange(
            RefreshKey key,
            boolean first,
            TokenHash successor,
            Instant successorExpiresAt,
            List<RefreshFamily.Used> used) {}

    /** By any token of its family. */
    default Optional<Opened> open(RefreshKey key) {
        return Optional.ofNullable(open(Set.of(key)).get(key));
    }

    /** Those whose family is known, in one look, since a refresh waits for each. */
    Map<RefreshKey, Opened> open(Set<RefreshKey> keys);

    /**
     * Puts successors in the place of tokens. For each token one statement decides: of all callers
     * exactly one wins it, and only before it expires and while its session lives. A session whose
     * first family it is counts as seen.
     *
     * @param all of different families
     * @return the tokens that were won
     */
    Set<RefreshKey> exchange(List<Exchange> all, Instant at);
}
