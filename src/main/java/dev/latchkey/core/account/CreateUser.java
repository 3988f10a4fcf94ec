package dev.latchkey.core.account;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.password.Hashing;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.Clock;
import java.util.regex.Pattern;

/** An administrator makes an account for somebody. */
public final class CreateUser {
    private static final Pattern USER_NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    /**
     * The account.
     *
     * @param userName second name to sign in with, or null
     * @param verified whether the administrator vouches for the address
     */
    public record Command(
            String email,
            @Nullable String userName,
            String password,
            String firstName,
            String lastName,
            boolean administrator,
            boolean verified,
            @Nullable UserId actor,
            Origin origin) {}

    private final Accounts accounts;
    private final NewAccountRules rules;
    private final Hashing hashing;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;

    public CreateUser(
            Accounts accounts,
            NewAccountRules rules,
            Hashing hashing,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids) {
        this.accounts = accounts;
        this.rules = rules;
        this.hashing = hashing;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** Refuses with InvalidInput (all bad fields), EmailTaken, UserNameTaken, Overloaded. */
    public User run(Command command) {
        return run(command, () -> {});
    }

    /** The same; {@code condition} runs first in the same transaction and may refuse. */
    User run(Command command, Runnable condition) {
        var email =
                rules.check(
                        command.email(),
                        command.password(),
                        command.firstName(),
                        command.lastName());
        var userName = checkUserName(command.userName());
        var hash = hashing.hash(command.password());
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
            return created;
        });
    }

    private static @Nullable String checkUserName(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (!USER_NAME.matcher(composed).matches()) {
            throw new Refused(
                    Refusal.InvalidInput.of(
                            "userName",
                            "has to have 1 to 60 letters, digits, dots, dashes and underscores"));
        }
        return composed;
    }
}
