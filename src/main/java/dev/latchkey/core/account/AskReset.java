package dev.latchkey.core.account;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.signin.Throttle;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;

/**
 * Somebody forgot their password: a link to choose another is mailed to them. Nobody learns from
 * the answer, or the time it takes, whether there is such an account.
 */
public final class AskReset {
    private final Accounts accounts;
    private final Throttle mails;
    private final Throttle addresses;
    private final PasswordMail mail;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    /**
     * @param mails counts by email address
     * @param addresses counts by where the asking comes from
     */
    public AskReset(
            Accounts accounts,
            Throttle mails,
            Throttle addresses,
            PasswordMail mail,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.mails = mails;
        this.addresses = addresses;
        this.mail = mail;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends a link when there is such an account and it is not disabled; else as much is written as
     * if one were sent. Refuses with InvalidInput and TooManyAttempts.
     */
    public void run(String address, Origin origin) {
        var email =
                Email.parse(address)
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.InvalidInput.of(
                                                "email", "is not an email address")));
        addresses.spend(origin.address());
        mails.spend(email.key());
        var user = accounts.findByEmail(email).filter(User::isActive);
        var token = Secret.random(SecretKind.RESET);
        var now = clock.instant();
        transactions.writing(() -> {
            if (user.isPresent()) {
                mail.asked(user.get(), token, now, origin);
                audit.record(AuditEvent.Kind.RESET_SENT, null, user.get().id(), null, origin, "");
            } else {
                audit.record(AuditEvent.Kind.RESET_NOT_DUE, null, null, null, origin, "");
            }
        });
    }
}
