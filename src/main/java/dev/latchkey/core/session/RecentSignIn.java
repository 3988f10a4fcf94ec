package dev.latchkey.core.session;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.time.Clock;
import java.time.Duration;

/**
 * Whoever sits down at a browser that somebody else left signed in shall not take their account
 * over: grave changes ask for a sign-in that is not long ago (OWASP ASVS 5.0, 7.5.1).
 *
 * @param within how long ago at the most
 */
public record RecentSignIn(Clock clock, Duration within) {
    public boolean is(Session session) {
        return clock.instant().isBefore(session.authenticatedAt().plus(within));
    }

    /** Refuses with RecentSignInNeeded. */
    public void require(Session session) {
        if (!is(session)) {
            throw new Refused(new Refusal.RecentSignInNeeded());
        }
    }
}
