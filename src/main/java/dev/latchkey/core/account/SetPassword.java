package dev.latchkey.core.account;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.password.Hashing;
import dev.latchkey.core.password.PasswordPolicy;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.LoginFlows;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gives an account a new password and ends its sessions and login flows, since whoever knew the old
 * one may be in them.
 */
public final class SetPassword {
    private static final String REASON = "password changed";

    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final Hashing hashing;
    private final EndSession endSession;
    private final Administrators administrators;
    private final LoginFlows loginFlows;
    private final ResetTokens resetTokens;
    private final Post post;
    private final Wording wording;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public SetPassword(
            Accounts accounts,
            PasswordPolicy policy,
            Hashing hashing,
            EndSession endSession,
            Administrators administrators,
            LoginFlows loginFlows,
            ResetTokens resetTokens,
            Post post,
            Wording wording,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.hashing = hashing;
        this.endSession = endSession;
        this.administrators = administrators;
        this.loginFlows = loginFlows;
        this.resetTokens = resetTokens;
        this.post = post;
        this.wording = wording;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An administrator does, and every session ends. Refuses with NotAllowed, InvalidInput,
     * AccountUnknown, Overloaded.
     *
     * @param actor the administrator, null on the command line
     */
    public void run(UserId user, String password, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        set(user, password, actor, origin, () -> endSession.all(user, actor, REASON, origin));
    }

    /**
     * Its owner does, and goes on in the session they are in. Refuses as {@link #run}, but for
     * NotAllowed.
     */
    void byOwner(Session session, String password, Origin origin) {
        var user = session.user();
        set(user, password, user, origin, () -> endSession.others(session, REASON, origin));
    }

    /**
     * Its owner does by a link from a mail; {@code condition} runs first in the same transaction
     * and may refuse.
     */
    void byLink(UserId user, String password, Origin origin, Runnable condition) {
        set(
                user,
                password,
                user,
                origin,
                () -> {
                    condition.run();
                    endSession.all(user, REASON, origin);
                });
    }

    private void set(
            UserId id, String password, @Nullable UserId actor, Origin origin, Runnable ending) {
        var user = accounts.require(id);
        check(user, password);
        var hash = hashing.hash(password);
        transactions.writing(() -> {
            ending.run();
            var now = clock.instant();
            accounts.setPassword(id, hash, now);
            changes.of(id);
            audit.record(AuditEvent.Kind.PASSWORD_CHANGED, actor, id, null, origin, "");
            loginFlows.useAll(id, now);
            resetTokens.useAll(id, now);
            post.send(wording.message(origin, user.email().text(), "passwordChanged"));
        });
    }

    /** Refuses with InvalidInput. */
    void check(User user, String password) {
        var words =
                Stream.of(user.email().text(), user.firstName(), user.lastName(), user.userName())
                        .filter(Objects::nonNull)
                        .toList();
        policy.problem("password", password, words)
                .ifPresent(problem -> {
                    throw new Refused(Refusal.InvalidInput.of(problem.name(), problem.message()));
                });
    }
}
