package dev.latchkey.core.session;

import java.time.Instant;

/** Whether a session still lives: not revoked, not at its end, not idle for too long. */
public record SessionLife(Lifetimes lifetimes) {

    public boolean isLive(Session session, Instant now) {
        return session.revokedAt() == null && now.isBefore(end(session));
    }

    /** The moment it ends if nobody uses it any more. */
    public Instant end(Session session) {
        var idle = session.lastSeenAt().plus(lifetimes.idle());
        return idle.isBefore(session.expiresAt()) ? idle : session.expiresAt();
    }
}
