package dev.latchkey.core.session;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/**
 * Ends sessions. When it returns, every cookie and token of that session is refused, in every API.
 */
public final class EndSession {
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final SessionLife life;
    private final SessionEnds ends;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public EndSession(
            Sessions sessions,
            RefreshTokens refreshTokens,
            SessionLife life,
            SessionEnds ends,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.life = life;
        this.ends = ends;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Signs out. A session that is gone already is no refusal. */
    public void run(SessionId id, Origin origin) {
        sessions.find(id)
                .ifPresent(session ->
                        transactions.writing(() -> within(session, "signed out", origin)));
    }

    /**
     * Ends the session that a refresh token belongs to, used or not. Refuses with
     * RefreshTokenInvalid when it names no live one.
     */
    public void byRefreshToken(String text, Origin origin) {
        var session =
                liveBy(text).orElseThrow(() -> new Refused(new Refusal.RefreshTokenInvalid()));
        transactions.writing(() -> within(session, "signed out", origin));
    }

    /**
     * The same for a user's own session only; false when the token names none, and then nothing is
     * touched.
     */
    public boolean ofUserByRefreshToken(UserId user, String text, Origin origin) {
        var session = liveBy(text).filter(found -> found.user().equals(user));
        session.ifPresent(own -> transactions.writing(() -> within(own, "signed out", origin)));
        return session.isPresent();
    }

    private Optional<Session> liveBy(String refreshToken) {
        return RefreshKey.parse(refreshToken)
                .flatMap(refreshTokens::open)
                .map(RefreshTokens.Opened::session)
                .filter(found -> life.isLive(found, clock.instant()));
    }

    /** One of a user's own sessions. Refuses with SessionUnknown, also for somebody else's. */
    public void ofUser(UserId user, SessionId id, Origin origin) {
        ofUser(user, id, user, origin);
    }

    /**
     * The same by somebody else.
     *
     * @param actor an administrator, null on the command line
     */
    public void ofUser(UserId user, SessionId id, @Nullable UserId actor, Origin origin) {
        var session =
                sessions.find(id)
                        .filter(found -> found.user().equals(user))
                        .orElseThrow(() -> new Refused(new Refusal.SessionUnknown()));
        transactions.writing(() -> within(session, actor, "revoked", origin));
    }

    /** Every session of a user; gives how many. */
    public int all(UserId user, String reason, Origin origin) {
        return all(user, user, reason, origin);
    }

    /**
     * The same by somebody else.
     *
     * @param actor an administrator, null on the command line
     */
    public int all(UserId user, @Nullable UserId actor, String reason, Origin origin) {
        return transactions.write(() -> {
            changes.of(user);
            audit.record(
                    AuditEvent.Kind.SESSION_REVOKED, actor, user, null, origin, "all: " + reason);
            sessions.liveOf(user, clock.instant()).forEach(ends::ended);
            ends.allEnded(user);
            return sessions.revokeAll(user, clock.instant(), reason);
        });
    }

    /** Every session of its user but this one; gives how many. */
    public int others(Session kept, String reason, Origin origin) {
        return transactions.write(() -> {
            changes.of(kept.user());
            audit.own(
                    AuditEvent.Kind.SESSION_REVOKED,
                    kept.user(),
                    null,
                    origin,
                    "all others: " + reason);
            return sessions.revokeOthers(kept.user(), kept.id(), clock.instant(), reason);
        });
    }

    /** Inside a transaction. */
    void within(Session session, String reason, Origin origin) {
        within(session, session.user(), reason, origin);
    }

    private void within(Session session, @Nullable UserId actor, String reason, Origin origin) {
        if (sessions.revoke(session.id(), clock.instant(), reason)) {
            changes.of(session.user());
            ends.ended(session);
            audit.record(
                    AuditEvent.Kind.SESSION_REVOKED,
                    actor,
                    session.user(),
                    session.organization(),
                    origin,
                    reason);
        }
    }
}
