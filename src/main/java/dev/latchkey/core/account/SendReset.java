package dev.latchkey.core.account;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

/**
 * An administrator has a link mailed to somebody, to choose a new password. The old one is good
 * until they do.
 */
public final class SendReset {
    private final Accounts accounts;
    private final Administrators administrators;
    private final PasswordMail mail;
    private final Transactions transactions;
    private final Audit audit;

    public SendReset(
            Accounts accounts,
            Administrators administrators,
            PasswordMail mail,
            Transactions transactions,
            Audit audit) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.mail = mail;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Refuses with NotAllowed, AccountUnknown and AccountNotActive.
     *
     * @param actor null for the command line
     */
    public void run(UserId id, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var user = accounts.require(id);
        if (!user.isActive()) {
            throw new Refused(new Refusal.AccountNotActive());
        }
        transactions.writing(() -> {
            mail.wanted(user, origin);
            audit.record(AuditEvent.Kind.RESET_SENT, actor, id, null, origin, "");
        });
    }
}
