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
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final FactorGate gate;
    private final Clock clock;

    public RecentSignIn(FactorGate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    public boolean isRecent(Session session, User user) {
        return clock.instant().isBefore(session.authenticatedAt().plus(WINDOW))
                && gate.need(user, session.method()) != FactorGate.Need.PROOF;
    }

    /** Refuses with RecentSignInNeeded. */
    public void require(Session session, User user) {
        if (!isRecent(session, user)) {
            throw new Refused(new Refusal.RecentSignInNeeded());
        }
    }
}
