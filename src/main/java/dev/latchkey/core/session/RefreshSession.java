package dev.latchkey.core.session;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.FactorGate;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;

/**
 * Exchanges a refresh token for its successor. One statement decides the winner of a race; who
 * loses it within the grace gets the same successor, so that nobody is signed out by their own two
 * tabs; after that a used token ends its session (RFC 9700, section 4.14.2).
 */
public final class RefreshSession {

    /**
     * What comes of a token.
     *
     * @param successor null when there is none any more
     */
    private record Given(RefreshTokens.Opened opened, @Nullable Secret successor) {}

    private final RefreshTokens refreshTokens;
    private final FactorGate gate;
    private final Grants grants;
    private final EndSession endSession;
    private final SuccessorSeal seal;
    private final SessionLife life;
    private final Activity activity;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Lifetimes lifetimes;

    public RefreshSession(
            RefreshTokens refreshTokens,
            FactorGate gate,
            Grants grants,
            EndSession endSession,
            SuccessorSeal seal,
            SessionLife life,
            Activity activity,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Lifetimes lifetimes) {
        this.refreshTokens = refreshTokens;
        this.gate = gate;
        this.grants = grants;
        this.endSession = endSession;
        this.seal = seal;
        this.life = life;
        this.activity = activity;
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
        var given = transactions.write(() -> exchange(token, needsOrganization, origin));
        if (given.successor() == null) {
            throw invalid();
        }
        var opened = given.opened();
        return grants.grant(
                opened.session(), opened.user(), opened.membership(), given.successor(), carrier);
    }

    /** All in one transaction: on SQLite its connection has the pages at hand, a reader has not. */
    private Given exchange(Secret token, boolean needsOrganization, Origin origin) {
        var now = clock.instant();
        var opened =
                refreshTokens
                        .open(token.hash())
                        .filter(found -> isGood(found, now))
                        .filter(found -> !needsOrganization || found.membership() != null)
                        .orElseThrow(RefreshSession::invalid);
        return new Given(
                opened,
                opened.kept().usedAt() == null
                        ? rotate(token, opened.session(), now)
                        : replay(token, opened.kept(), opened.session(), now, origin));
    }

    private boolean isGood(RefreshTokens.Opened found, Instant now) {
        var session = found.session();
        return life.isLive(session, now)
                && now.isBefore(found.kept().expiresAt())
                && found.user().isActive()
                && gate.need(found.user(), session.method(), found.enrolled())
                        == FactorGate.Need.NOTHING;
    }

    private Secret rotate(Secret token, Session session, Instant now) {
        var successor = Secret.random(SecretKind.REFRESH_TOKEN);
        var sealed = seal.seal(token.text(), successor.text());
        if (refreshTokens.use(token.hash(), now, sealed)) {
            refreshTokens.insert(
                    successor.hash(), session.id(), now, grants.refreshExpiry(session, now));
            activity.seen(session.id(), now);
            return successor;
        }
        // Whoever lost the race lost it just now, so the winner's successor is theirs as well.
        return successorOf(
                token, refreshTokens.find(token.hash()).orElseThrow(RefreshSession::invalid));
    }

    /** Null when it was used too long ago: then its session ends with this transaction. */
    private @Nullable Secret replay(
            Secret token, RefreshTokens.Kept kept, Session session, Instant now, Origin origin) {
        var usedAt = kept.usedAt();
        if (usedAt == null || !now.isAfter(usedAt.plus(lifetimes.reuseGrace()))) {
            return successorOf(token, kept);
        }
        endSession.within(session, "refresh token used twice", origin);
        audit.own(
                AuditEvent.Kind.REFRESH_TOKEN_REUSED,
                session.user(),
                session.organization(),
                origin,
                "");
        return null;
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

    private static Refused invalid() {
        return new Refused(new Refusal.RefreshTokenInvalid());
    }
}
