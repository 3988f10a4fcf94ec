package dev.latchkey.core.signin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.LoginName;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.Method;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.session.Carrier;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** Signs in with a name or email and a password. */
public final class PasswordSignIn {

    /**
     * What somebody gave at a door.
     *
     * @param login email or user name, in any case
     * @param returnTo where a flow leads afterwards, told back to the client as it came; or null
     */
    public record Command(
            String login,
            String password,
            OrganizationChoice choice,
            Carrier carrier,
            @Nullable String returnTo,
            Origin origin) {}

    private final Accounts accounts;
    private final Hashing hashing;
    private final SignInGuard guard;
    private final SignUpRules rules;
    private final FinishSignIn finish;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public PasswordSignIn(
            Accounts accounts,
            Hashing hashing,
            SignInGuard guard,
            SignUpRules rules,
            FinishSignIn finish,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.guard = guard;
        this.rules = rules;
        this.finish = finish;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses with WrongCredentials (unknown account and wrong password alike, in the same time),
     * TooManyAttempts, Overloaded and, only after a right password, AccountNotActive and
     * NoOrganization.
     */
    public SignInEnd run(Command command) {
        var user = proven(command);
        if (!user.isActive()) {
            throw new Refused(new Refusal.AccountNotActive());
        }
        if (rules.demandsVerificationOf(user)) {
            return new SignInEnd.VerifyEmailFirst(user);
        }
        return finish.run(
                user,
                Method.PASSWORD,
                new Wish(
                        command.choice(), command.carrier(), command.returnTo(), command.origin()));
    }

    private User proven(Command command) {
        var name = LoginName.of(command.login());
        var address = command.origin().address();
        guard.check(name.key(), address);
        var found = accounts.findForSignIn(name).orElse(null);
        var stored = found == null ? null : found.passwordHash();
        var right = hashing.verify(command.password(), stored);
        guard.check(name.key(), address);
        if (!right || found == null || stored == null) {
            guard.failed(name.key(), address);
            noteFailure(found == null ? null : found.user(), command.origin());
            throw new Refused(new Refusal.WrongCredentials());
        }
        guard.succeeded(name.key(), address);
        renew(found.user(), command.password(), stored);
        return found.user();
    }

    private void noteFailure(@Nullable User user, Origin origin) {
        var id = user == null ? null : user.id();
        transactions.writing(
                () -> audit.record(AuditEvent.Kind.SIGN_IN_FAILED, null, id, null, origin, ""));
    }

    /**
     * Brings an imported or older hash up to today's parameters, now that the password is at hand.
     */
    private void renew(User user, String password, String stored) {
        if (hashing.isOutdated(stored)) {
            var hash = hashing.hash(password);
            transactions.writing(() -> accounts.setPassword(user.id(), hash, clock.instant()));
        }
    }
}
