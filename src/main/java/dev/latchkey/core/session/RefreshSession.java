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

import java.time.Clock;
import java.time.Instant;

/**
 * Exchanges a refresh token for its successor. One statement decides the winner of a race; who
 * loses it within the grace gets the same successor, so that nobody is signed out by their own two
 * tabs; after that a used token ends its session (RFC 9700, section 4.14.2).
 */
public final class RefreshSession {
    private final RefreshTokens refreshTokens;
    private final RefreshRule rule;
    private final Rotation rotation;
    private final Grants grants;
    private final EndSession endSession;
    private final SuccessorSeal seal;
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
        this.rule = new RefreshRule(life, gate);
        this.rotation =
                new Rotation(
                        refreshTokens,
                        rule,
                        grants,
                        seal,
                        activity,
                        transactions,
                        clock,
                        lifetimes.reuseGrace());
        this.grants = grants;
        this.endSession = endSession;
        this.seal = seal;
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
        return switch (rotation.of(token, needsOrganization)) {
            case Rotation.Outcome.Rotated(var opened, var successor) ->
                    grant(opened, successor, carrier);
            case Rotation.Outcome.Used _ -> again(token, carrier, needsOrganization, origin);
            case Rotation.Outcome.Invalid _ -> throw invalid();
        };
    }

    private Grant grant(RefreshTokens.Opened opened, Secret successor, Carrier carrier) {
        return grants.grant(
                opened.session(), opened.user(), opened.membership(), successor, carrier);
    }

    /** A used token: what was given for it while the grace lasts, after that the session's end. */
    private Grant again(Secret token, Carrier carrier, boolean needsOrganization, Origin origin) {
        var now = clock.instant();
        var key = RefreshKey.of(token);
        var opened =
                refreshTokens
                        .open(key)
                        .filter(found -> rule.allows(found, needsOrganization, now))
                        .orElseThrow(RefreshSession::invalid);
        var family = opened.family();
        var used = family.justUsed(key.token(), lifetimes.reuseGrace(), now);
        if (used.isEmpty() && isTooLate(family, key, now)) {
            end(opened.session(), origin);
        }
        var successor =
                used.flatMap(just -> seal.open(token.text(), just.sealedSuccessor()))
                        .map(Secret::new)
                        .orElseThrow(RefreshSession::invalid);
        return grant(opened, successor, carrier);
    }

    /** Neither the current one nor, in all likelihood, one that was used a moment ago. */
    private boolean isTooLate(RefreshFamily family, RefreshKey key, Instant now) {
        return !family.isCurrent(key.token())
                && family.remembersAllWithin(lifetimes.reuseGrace(), now);
    }

    private void end(Session session, Origin origin) {
        transactions.writing(() -> {
            endSession.within(session, "refresh token used twice", origin);
            audit.own(
                    AuditEvent.Kind.REFRESH_TOKEN_REUSED,
                    session.user(),
                    session.organization(),
                    origin,
                    "");
        });
    }

    private static Refused invalid() {
        return new Refused(new Refusal.RefreshTokenInvalid());
    }
}
