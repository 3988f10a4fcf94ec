package dev.latchkey.core.session;

import dev.latchkey.core.token.TokenHash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refresh tokens that are given one for the other. Only the current one is good; of those before it
 * the last few are remembered for the grace, all others by what they have in common.
 *
 * @param first whether its session began with it
 * @param expiresAt when the current one does
 * @param used those before the current one, the latest first, at most {@value #REMEMBERED}
 */
public record RefreshFamily(
        SessionId session, boolean first, TokenHash current, Instant expiresAt, List<Used> used) {

    /** More within one grace is no person's doing. */
    public static final int REMEMBERED = 4;

    /**
     * A token that was exchanged.
     *
     * @param sealedSuccessor its successor, sealed under the token itself, so that only its holder
     *     can read it
     */
    public record Used(TokenHash token, Instant at, byte[] sealedSuccessor) {

        boolean isWithin(Duration grace, Instant now) {
            return !now.isAfter(at.plus(grace));
        }
    }

    public RefreshFamily {
        used = List.copyOf(used);
    }

    /** Whether it is a token's, the current one or one before it. */
    public boolean has(RefreshKey key) {
        return session.equals(key.session()) && current.isAmong(key.token());
    }

    boolean isCurrent(TokenHash token) {
        return current.equals(token);
    }

    /** A token that is not the current one, when it was exchanged a moment ago. */
    Optional<Used> justUsed(TokenHash token, Duration grace, Instant now) {
        return used.stream()
                .filter(one -> one.token().equals(token) && one.isWithin(grace, now))
                .findFirst();
    }

    /**
     * Whether all that were exchanged a moment ago are remembered, so that any other was long ago.
     */
    boolean remembersAllWithin(Duration grace, Instant now) {
        return used.size() < REMEMBERED || !used.getLast().isWithin(grace, now);
    }

    /** What is remembered once the current one is used. */
    List<Used> usedAfter(Used latest, Duration grace) {
        return Stream.concat(
                        Stream.of(latest),
                        used.stream().filter(one -> one.isWithin(grace, latest.at())))
                .limit(REMEMBERED)
                .toList();
    }
}
