package dev.latchkey.core.verification;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
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
            Accounts accounts,
            VerificationMail mail,
            Throttle throttle,
            Transactions transactions,
            Audit audit) {
        this.accounts = accounts;
        this.mail = mail;
        this.throttle = throttle;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refuses with InvalidInput, TooManyAttempts, AccountUnknown, AlreadyVerified. */
    public void run(String address, Origin origin) {
        var user =
                accounts.findByEmail(allowed(address))
                        .orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
        if (user.isEmailVerified()) {
            throw new Refused(new Refusal.AlreadyVerified());
        }
        send(user, origin);
    }

    /**
     * The same for servers that must not tell who has an account. Where no mail is due, as much is
     * written as where one is, so that time tells nothing either. Refuses with InvalidInput and
     * TooManyAttempts.
     */
    public void quietly(String address, Origin origin) {
        var user = accounts.findByEmail(allowed(address)).filter(found -> !found.isEmailVerified());
        if (user.isPresent()) {
            send(user.get(), origin);
        } else {
            transactions.writing(() ->
                    audit.record(
                            AuditEvent.Kind.VERIFICATION_NOT_DUE, null, null, null, origin, ""));
        }
    }

    private Email allowed(String address) {
        var email =
                Email.parse(address)
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.InvalidInput.of(
                                                "email", "is not an email address")));
        throttle.spend(email.key());
        return email;
    }

    private void send(User user, Origin origin) {
        transactions.writing(() -> {
            mail.send(user, origin);
            audit.own(AuditEvent.Kind.VERIFICATION_SENT, user.id(), null, origin, "");
        });
    }
}
