package dev.latchkey.core.session;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Exchanges a refresh token for its successor. One statement decides the winner of a race; who
 * loses it within the grace gets the same successor, so that nobody is signed out by their own two
 * tabs; after that a used token ends its session (RFC 9700, section 4.14.2).
 */
public final class RefreshSession {
    private final RefreshTokens refreshTokens;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Members members;
    private final FactorGate gate;
    private final Grants grants;
    private final EndSession endSession;
    private final SuccessorSeal seal;
    private final SessionLife life;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Lifetimes lifetimes;

    public RefreshSession(
            RefreshTokens refreshTokens,
            Sessions sessions,
            Accounts accounts,
            Members members,
            FactorGate gate,
            Grants grants,
            EndSession endSession,
            SuccessorSeal seal,
            SessionLife life,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Lifetimes lifetimes) {
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.accounts = accounts;
        this.members = members;
        this.gate = gate;
        this.grants = grants;
        this.endSession = endSession;
        this.seal = seal;
        this.life = life;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.lifetimes = lifetimes;
    }

    /** Refuses with RefreshTokenInvalid, whatever the reason. */
    public Grant run(String text, Carrier carrier, Origin origin) {
        return run(text, carrier, false, origin);
    }

    /**
     * The same for doors that need an organization: refuses, without using the token up, when its
     * user belongs to the session's organization no longer.
     */
    public Grant inOrganization(String text, Carrier carrier, Origin origin) {
        return run(text, carrier, true, origin);
    }

    private Grant run(String text, Carrier carrier, boolean needsOrganization, Origin origin) {
        var token =
                Secret.parse(SecretKind.REFRESH_TOKEN, text).orElseThrow(RefreshSession::invalid);
        var kept = refreshTokens.find(token.hash()).orElseThrow(RefreshSession::invalid);
        var now = clock.instant();
        var session =
                sessions.find(kept.session())
                        .filter(s -> life.isLive(s, now) && now.isBefore(kept.expiresAt()))
                        .orElseThrow(RefreshSession::invalid);
        var user =
                accounts.find(session.user())
                        .filter(User::isActive)
                        .filter(u -> gate.need(u, session.method()) == FactorGate.Need.NOTHING)
                        .orElseThrow(RefreshSession::invalid);
        var membership = membership(session);
        if (needsOrganization && membership == null) {
            throw invalid();
        }
        var successor =
                kept.usedAt() == null
                        ? rotate(token, session, now)
                        : replay(token, kept, session, now, origin);
        return grants.grant(session, user, membership, successor, carrier);
    }

    private Secret rotate(Secret token, Session session, Instant now) {
        var successor = Secret.random(SecretKind.REFRESH_TOKEN);
        var sealed = seal.seal(token.text(), successor.text());
        var won =
                transactions.write(() -> {
                    if (!refreshTokens.use(token.hash(), now, sealed)) {
                        return false;
                    }
                    refreshTokens.insert(
                            successor.hash(),
                            session.id(),
                            now,
                            grants.refreshExpiry(session, now));
                    sessions.markSeen(Map.of(session.id(), now));
                    return true;
                });
        // Whoever lost the race lost it just now, so the winner's successor is theirs as well.
        return won
                ? successor
                : successorOf(
                        token,
                        refreshTokens.find(token.hash()).orElseThrow(RefreshSession::invalid));
    }

    private Secret replay(
            Secret token, RefreshTokens.Kept kept, Session session, Instant now, Origin origin) {
        var usedAt = kept.usedAt();
        if (usedAt != null && now.isAfter(usedAt.plus(lifetimes.reuseGrace()))) {
            transactions.writing(() -> {
                endSession.within(session, "refresh token used twice", origin);
                audit.own(
                        AuditEvent.Kind.REFRESH_TOKEN_REUSED,
                        session.user(),
                        session.organization(),
                        origin,
                        "");
            });
            throw invalid();
        }
        return successorOf(token, kept);
    }

    private Secret successorOf(Secret token, RefreshTokens.Kept kept) {
        var sealed = kept.sealedSuccessor();
        if (sealed == null) {
            throw invalid();
        }
        return seal.open(token.text(), sealed)
                .map(Secret::new)
                .orElseThrow(RefreshSession::invalid);
    }

    private @Nullable Membership membership(Session session) {
        var organization = session.organization();
        return organization == null
                ? null
                : members.find(organization, session.user()).orElse(null);
    }

    private static Refused invalid() {
        return new Refused(new Refusal.RefreshTokenInvalid());
    }
}
