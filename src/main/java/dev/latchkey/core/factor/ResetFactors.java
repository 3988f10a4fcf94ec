package dev.latchkey.core.factor;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.LoginFlows;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/**
 * An administrator takes every factor from somebody who lost them all. Their sessions end, and what
 * they sign in with is the password alone until they set up new ones.
 */
public final class ResetFactors {
    private final TotpSecrets secrets;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final Accounts accounts;
    private final Administrators administrators;
    private final LoginFlows flows;
    private final EndSession endSession;
    private final FactorMail mail;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ResetFactors(
            TotpSecrets secrets,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            Accounts accounts,
            Administrators administrators,
            LoginFlows flows,
            EndSession endSession,
            FactorMail mail,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.secrets = secrets;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.accounts = accounts;
        this.administrators = administrators;
        this.flows = flows;
        this.endSession = endSession;
        this.mail = mail;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses with NotAllowed and AccountUnknown.
     *
     * @param actor the administrator, null on the command line
     */
    public User run(UserId id, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var user = accounts.require(id);
        transactions.writing(() -> {
            secrets.remove(id);
            passkeys.removeAll(id);
            recoveryCodes.removeAll(id);
            flows.useAll(id, clock.instant());
            changes.of(id);
            audit.record(AuditEvent.Kind.FACTORS_RESET, actor, id, null, origin, "");
            endSession.all(id, actor, "second factors reset", origin);
            mail.reset(user, origin);
        });
        return user;
    }
}
