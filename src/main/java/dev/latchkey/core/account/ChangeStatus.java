package dev.latchkey.core.account;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.session.EndSession;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/**
 * Disables an account, which ends its sessions and stops its tokens at once, or enables it again.
 */
public final class ChangeStatus {
    private final Accounts accounts;
    private final EndSession endSession;
    private final Administrators administrators;
    private final LastAdministrator last;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeStatus(
            Accounts accounts,
            EndSession endSession,
            Administrators administrators,
            LastAdministrator last,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.endSession = endSession;
        this.administrators = administrators;
        this.last = last;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refuses with NotAllowed, AccountUnknown and LastAdministrator.
     *
     * @param actor an administrator, null on the command line
     */
    public void run(UserId user, User.Status status, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        accounts.require(user);
        transactions.writing(() -> {
            if (status == User.Status.DISABLED) {
                last.requireAnotherThan(user);
                // Again, now that nobody else changes administrators: of two who disable each
                // other, one does.
                administrators.require(actor);
            }
            accounts.setStatus(user, status, clock.instant());
            changes.of(user);
            switch (status) {
                case ACTIVE ->
                        audit.record(AuditEvent.Kind.USER_ENABLED, actor, user, null, origin, "");
                case DISABLED -> {
                    audit.record(AuditEvent.Kind.USER_DISABLED, actor, user, null, origin, "");
                    endSession.all(user, actor, "account disabled", origin);
                }
            }
        });
    }
}
