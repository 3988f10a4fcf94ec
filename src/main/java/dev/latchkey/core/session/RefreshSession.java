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
                new Rotation(refreshTokens, rule, grants, seal, activity, transactions, clock);
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
        var opened =
                refreshTokens
                        .open(token.hash())
                        .filter(found -> rule.allows(found, needsOrganization, now))
                        .orElseThrow(RefreshSession::invalid);
        if (isTooLate(opened.kept().usedAt(), now)) {
            end(opened.session(), origin);
            throw invalid();
        }
        return grant(opened, successorOf(token, opened.kept()), carrier);
    }

    private boolean isTooLate(@Nullable Instant usedAt, Instant now) {
        return usedAt != null && now.isAfter(usedAt.plus(lifetimes.reuseGrace()));
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
