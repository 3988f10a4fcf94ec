package dev.latchkey.core.org;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

/** Somebody who has an account takes an invitation. */
public final class AcceptInvitation {
    private final Joining joining;
    private final Transactions transactions;
    private final Audit audit;

    public AcceptInvitation(Joining joining, Transactions transactions, Audit audit) {
        this.joining = joining;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refuses with InvitationInvalid: unknown, expired, used, or for another address. */
    public void run(User user, String code, Origin origin) {
        transactions.writing(() -> {
            var organization =
                    joining.join(user.id(), joining.invited(user.email(), code)).orElse(null);
            audit.own(AuditEvent.Kind.INVITATION_USED, user.id(), organization, origin, "");
        });
    }
}
