package dev.latchkey.core.account;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.password.Hashing;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.function.Consumer;

/** An administrator makes an account for somebody. */
public final class CreateUser {
    /**
     * The account.
     *
     * @param userName second name to sign in with, or null
     * @param password null when they are to choose one by a link from a mail
     * @param verified whether the administrator vouches for the address
     * @param actor the administrator, null for the command line
     */
    public record Command(
            String email,
            @Nullable String userName,
            @Nullable String password,
            String firstName,
            String lastName,
            boolean administrator,
            boolean verified,
            @Nullable UserId actor,
            Origin origin) {}

    private final Accounts accounts;
    private final NewAccountRules rules;
    private final Hashing hashing;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public CreateUser(
            Accounts accounts,
            NewAccountRules rules,
            Hashing hashing,
            Administrators administrators,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.rules = rules;
        this.hashing = hashing;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Refuses with NotAllowed, InvalidInput (all bad fields), EmailTaken, UserNameTaken,
     * Overloaded.
     */
    public User run(Command command) {
        return run(command, () -> {}, _ -> {});
    }

    /** The same; {@code then} runs last in the same transaction and may refuse. */
    public User run(Command command, Consumer<User> then) {
        return run(command, () -> {}, then);
    }

    /** The same; {@code condition} runs first in the same transaction and may refuse. */
    User run(Command command, Runnable condition, Consumer<User> then) {
        administrators.require(command.actor());
        var email =
                rules.check(
                        command.email(),
                        command.password(),
                        command.firstName(),
                        command.lastName());
        var userName = command.userName() == null ? null : UserNames.check(command.userName());
        var hash = command.password() == null ? null : hashing.hash(command.password());
        var now = clock.instant();
        var user =
                new Accounts.NewUser(
                        new UserId(ids.next()),
                        email,
                        userName,
                        command.firstName().strip(),
                        command.lastName().strip(),
                        command.administrator(),
                        command.verified() ? now : null,
                        hash,
                        now);
        return transactions.write(() -> {
            condition.run();
            var created = accounts.insert(user);
            audit.record(
                    AuditEvent.Kind.USER_CREATED,
                    command.actor(),
                    created.id(),
                    null,
                    command.origin(),
                    "");
            then.accept(created);
            return created;
        });
    }
}
