package dev.latchkey.core.account;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** An administrator makes somebody one too, or takes it from them; the last one stays. */
public final class ChangeAdministrator {
    private final Accounts accounts;
    private final LastAdministrator.Seats seats;
    private final LastAdministrator last;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeAdministrator(
            Accounts accounts,
            LastAdministrator.Seats seats,
            Administrators administrators,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.seats = seats;
        this.last = new LastAdministrator(seats);
        this.administrators = administrators;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Good from the next request on. Refuses with NotAllowed, AccountUnknown and LastAdministrator.
     *
     * @param actor null for the command line
     */
    public User run(UserId id, boolean administrator, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        return transactions.write(() -> {
            if (!administrator) {
                last.requireAnotherThan(id);
            }
            // Again, now that nobody else changes administrators: of two who take it from each
            // other, one does.
            administrators.require(actor);
            var user = accounts.require(id);
            if (user.administrator() != administrator) {
                seats.set(id, administrator, clock.instant());
                changes.of(id);
                audit.record(kind(administrator), actor, id, null, origin, "");
            }
            return user;
        });
    }

    private static AuditEvent.Kind kind(boolean administrator) {
        return administrator
                ? AuditEvent.Kind.ADMINISTRATOR_MADE
                : AuditEvent.Kind.ADMINISTRATOR_UNMADE;
    }
}
