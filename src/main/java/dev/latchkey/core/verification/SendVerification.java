package dev.latchkey.core.verification;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.signin.Throttle;

/** Mails another verification token to an account's address. */
public final class SendVerification {
    private final Accounts accounts;
    private final VerificationMail mail;
    private final Throttle throttle;
    private final Transactions transactions;
    private final Audit audit;

    public SendVerification(
            Accounts accounts, VerificationMail mail, Throttle throttle, Transactions transactions, Audit audit) {
        this.accounts = accounts;
        this.mail = mail;
        this.throttle = throttle;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refuses with InvalidInput, TooManyAttempts, AccountUnknown, AlreadyVerified. */
    public void run(String address, Origin origin) {
        var email = Email.parse(address)
                .orElseThrow(() -> new Refused(Refusal.InvalidInput.of("email", "is not an email address")));
        throttle.spend(email.key());
        var user = accounts.findByEmail(email).orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
        if (user.isEmailVerified()) {
            throw new Refused(new Refusal.AlreadyVerified());
        }
        transactions.writing(() -> {
            mail.send(user);
            audit.own(AuditEvent.Kind.VERIFICATION_SENT, user.id(), null, origin, "");
        });
    }
}
