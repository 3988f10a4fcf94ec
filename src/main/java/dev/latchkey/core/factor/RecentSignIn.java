package dev.latchkey.core.factor;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Session;

import java.time.Clock;
import java.time.Duration;

/**
 * Whether somebody proved just now, and with all they have, that it is them: asked before anything
 * changes that guards the account, so that a browser left alone or a stolen cookie cannot.
 */
public final class RecentSignIn {
    private final FactorGate gate;
    private final Clock clock;
    private final Duration within;

    /**
     * @param within how long ago the sign-in may be (OWASP ASVS 5.0, 7.5.1)
     */
    public RecentSignIn(FactorGate gate, Clock clock, Duration within) {
        this.gate = gate;
        this.clock = clock;
        this.within = within;
    }

    public boolean isRecent(Session session, User user) {
        return clock.instant().isBefore(session.authenticatedAt().plus(within))
                && gate.need(user, session.method()) != FactorGate.Need.PROOF;
    }

    /** Refuses with RecentSignInNeeded. */
    public void require(Session session, User user) {
        if (!isRecent(session, user)) {
            throw new Refused(new Refusal.RecentSignInNeeded());
        }
    }
}
