package dev.latchkey.core.session;

import dev.latchkey.core.factor.FactorGate;

import java.time.Instant;

/** Whether a refresh token may be exchanged, used or not. */
record RefreshRule(SessionLife life, FactorGate gate) {

    /**
     * @param needsOrganization whether its user has to belong to the session's organization still
     */
    boolean allows(RefreshTokens.Opened found, boolean needsOrganization, Instant now) {
        var session = found.session();
        return life.isLive(session, now)
                && now.isBefore(found.family().expiresAt())
                && found.user().isActive()
                && gate.need(found.user(), session.method(), found.enrolled())
                        == FactorGate.Need.NOTHING
                && !(needsOrganization && found.membership() == null);
    }
}
