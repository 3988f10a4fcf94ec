package dev.latchkey.core.account;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.verification.VerificationMail;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** Somebody makes an account for themselves. */
public final class SignUp {

    /**
     * What they gave.
     *
     * @param invitation an invitation's code, or null
     * @param mayFound whether this door lets newcomers found an organization of their own later
     */
    public record Command(
            String email,
            String password,
            String firstName,
            String lastName,
            @Nullable String invitation,
            boolean mayFound,
            Origin origin) {}

    private final Accounts accounts;
    private final NewAccountRules rules;
    private final Joining joining;
    private final Hashing hashing;
    private final VerificationMail verification;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public SignUp(
            Accounts accounts,
            NewAccountRules rules,
            Joining joining,
            Hashing hashing,
            VerificationMail verification,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.rules = rules;
        this.joining = joining;
        this.hashing = hashing;
        this.verification = verification;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Refuses with InvalidInput (all bad fields), EmailTaken, InvitationInvalid, SignUpClosed,
     * Overloaded.
     */
    public User run(Command command) {
        var email =
                rules.check(
                        command.email(),
                        command.password(),
                        command.firstName(),
                        command.lastName());
        var right = joining.rightOf(email, command.invitation(), command.mayFound());
        if (accounts.findByEmail(email).isPresent()) {
            throw new Refused(new Refusal.EmailTaken());
        }
        var hash = hashing.hash(command.password());
        return transactions.write(() -> insert(command, email, right, hash));
    }

    private User insert(Command command, Email email, Joining.Right right, String hash) {
        var user =
                accounts.insert(
                        new Accounts.NewUser(
                                new UserId(ids.next()),
                                email,
                                null,
                                command.firstName().strip(),
                                command.lastName().strip(),
                                false,
                                null,
                                hash,
                                clock.instant()));
        var organization = joining.join(user.id(), right).orElse(null);
        verification.send(user, command.origin());
        audit.own(AuditEvent.Kind.SIGNED_UP, user.id(), organization, command.origin(), "");
        return user;
    }
}
