package dev.latchkey.core.account;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** Somebody changes what they are called. */
public final class ChangeProfile {
    /**
     * What somebody wants to be called.
     *
     * @param userName second name to sign in with, or null
     */
    public record Command(
            UserId user,
            String firstName,
            String lastName,
            @Nullable String userName,
            Origin origin) {}

    private final Accounts accounts;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeProfile(
            Accounts accounts,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses with InvalidInput (all bad names), UserNameTaken. */
    public void run(Command command) {
        var problems = NewAccountRules.nameProblems(command.firstName(), command.lastName());
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.InvalidInput(problems));
        }
        var userName = command.userName() == null ? null : UserNames.check(command.userName());
        transactions.writing(() -> {
            accounts.setProfile(
                    command.user(),
                    command.firstName().strip(),
                    command.lastName().strip(),
                    userName,
                    clock.instant());
            changes.of(command.user());
            audit.own(AuditEvent.Kind.PROFILE_CHANGED, command.user(), null, command.origin(), "");
        });
    }
}
