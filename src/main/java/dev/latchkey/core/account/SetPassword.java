package dev.latchkey.core.account;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.password.PasswordPolicy;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.LoginFlows;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/**
 * Gives an account a new password and ends its sessions and login flows, since whoever knew the old
 * one may be in them.
 */
public final class SetPassword {
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Hashing hashing;
    private final EndSession endSession;
    private final LoginFlows loginFlows;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public SetPassword(
            Accounts accounts,
            PasswordPolicy policy,
            Hashing hashing,
            EndSession endSession,
            LoginFlows loginFlows,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.hashing = hashing;
        this.endSession = endSession;
        this.loginFlows = loginFlows;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses with InvalidInput, AccountUnknown, Overloaded. */
    public void run(UserId user, String password, @Nullable UserId actor, Origin origin) {
        policy.problem("password", password)
                .ifPresent(problem -> {
                    throw new Refused(Refusal.InvalidInput.of(problem.name(), problem.message()));
                });
        if (accounts.find(user).isEmpty()) {
            throw new Refused(new Refusal.AccountUnknown());
        }
        var hash = hashing.hash(password);
        transactions.writing(() -> {
            accounts.setPassword(user, hash, clock.instant());
            changes.of(user);
            audit.record(AuditEvent.Kind.PASSWORD_CHANGED, actor, user, null, origin, "");
            endSession.all(user, "password changed", origin);
            loginFlows.useAll(user, clock.instant());
        });
    }
}
