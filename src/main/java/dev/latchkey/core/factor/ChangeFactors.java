package dev.latchkey.core.factor;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.Sessions;

import java.time.Clock;
import java.util.List;

/**
 * What somebody who is signed in does to their own factors. Everything refuses with
 * RecentSignInNeeded unless they proved all they have just now.
 */
public final class ChangeFactors {
    private final TotpSecrets secrets;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final FirstCodes firstCodes;
    private final FactorGate gate;
    private final RecentSignIn recent;
    private final WaysIn waysIn;
    private final Sessions sessions;
    private final EndSession endSession;
    private final FactorMail mail;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeFactors(
            TotpSecrets secrets,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            FirstCodes firstCodes,
            FactorGate gate,
            RecentSignIn recent,
            WaysIn waysIn,
            Sessions sessions,
            EndSession endSession,
            FactorMail mail,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.secrets = secrets;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.firstCodes = firstCodes;
        this.gate = gate;
        this.recent = recent;
        this.waysIn = waysIn;
        this.sessions = sessions;
        this.endSession = endSession;
        this.mail = mail;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a new factor. This session has proven it; with the first one every other session ends,
     * since they have not. Refuses with FactorTaken.
     */
    public void add(User user, Session session, Enrolment enrolment, Origin origin) {
        recent.require(session, user);
        var method = Method.and(session.method(), enrolment.proven().method());
        transactions.writing(() -> {
            var first = !gate.isEnrolled(user.id());
            enrolment.proven().claim().run();
            sessions.prove(session.id(), method, clock.instant());
            changes.of(user.id());
            if (first) {
                endSession.others(session, "second factor added", origin);
            }
        });
    }

    /** Refuses with FactorUnknown. */
    public void removeAuthenticator(User user, Session session, Origin origin) {
        recent.require(session, user);
        transactions.writing(() -> {
            if (!secrets.remove(user.id())) {
                throw new Refused(new Refusal.FactorUnknown());
            }
            removed(user, "authenticator app", origin);
            mail.authenticatorRemoved(user, origin);
        });
    }

    /** Refuses with FactorUnknown and LastWayIn. */
    public void removePasskey(User user, Session session, PasskeyId id, Origin origin) {
        recent.require(session, user);
        transactions.writing(() -> {
            waysIn.requireAnother(user.id());
            var name = nameOf(user, id);
            passkeys.remove(user.id(), id);
            removed(user, "passkey " + name, origin);
            mail.passkeyRemoved(user, name, origin);
        });
    }

    /** Refuses with FactorUnknown and InvalidInput. */
    public void renamePasskey(
            User user, Session session, PasskeyId id, String name, Origin origin) {
        recent.require(session, user);
        var checked = PasskeyName.check(name);
        transactions.writing(() -> {
            if (!passkeys.rename(user.id(), id, checked)) {
                throw new Refused(new Refusal.FactorUnknown());
            }
            audit.own(AuditEvent.Kind.PASSKEY_RENAMED, user.id(), null, origin, checked);
        });
    }

    /** New recovery codes; the old ones work no longer. Refuses with FactorUnknown. */
    public List<RecoveryCode> newRecoveryCodes(User user, Session session, Origin origin) {
        recent.require(session, user);
        if (!gate.isEnrolled(user.id())) {
            throw new Refused(new Refusal.FactorUnknown());
        }
        var codes = RecoveryCode.fresh();
        transactions.writing(() -> {
            firstCodes.keep(user, codes, origin);
            mail.recoveryCodesMade(user, origin);
        });
        return codes;
    }

    private String nameOf(User user, PasskeyId id) {
        return passkeys.of(user.id()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.FactorUnknown()))
                .name();
    }

    private void removed(User user, String what, Origin origin) {
        if (!gate.isEnrolled(user.id())) {
            recoveryCodes.removeAll(user.id());
        }
        changes.of(user.id());
        audit.own(AuditEvent.Kind.FACTOR_REMOVED, user.id(), null, origin, what);
    }
}
