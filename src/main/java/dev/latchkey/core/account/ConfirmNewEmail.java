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
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;

import java.time.Clock;

/**
 * Somebody opened the link that went to their new address. They have to be signed in: else whoever
 * asked for another's address would only have to wait until that other pressed the button.
 */
public final class ConfirmNewEmail {
    private final Accounts accounts;
    private final EmailChanges waiting;
    private final ResetTokens resetTokens;
    private final Joining joining;
    private final Post post;
    private final Wording wording;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ConfirmNewEmail(
            Accounts accounts,
            EmailChanges waiting,
            ResetTokens resetTokens,
            Joining joining,
            Post post,
            Wording wording,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.waiting = waiting;
        this.resetTokens = resetTokens;
        this.joining = joining;
        this.post = post;
        this.wording = wording;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The address that the token is for. Refuses with VerificationTokenInvalid. */
    public Email wanted(UserId user, String token) {
        return waiting.find(hashOf(token), clock.instant())
                .filter(kept -> kept.user().equals(user))
                .orElseThrow(ConfirmNewEmail::invalid)
                .email();
    }

    /**
     * Works once. Links that went to the old address are worth nothing any more, and it is told.
     * Refuses with VerificationTokenInvalid, also for somebody else's, and EmailTaken.
     */
    public void run(UserId id, String token, Origin origin) {
        wanted(id, token);
        transactions.writing(() -> {
            var now = clock.instant();
            var email =
                    waiting.use(hashOf(token), now).orElseThrow(ConfirmNewEmail::invalid).email();
            var before = accounts.find(id).orElseThrow(ConfirmNewEmail::invalid).email();
            accounts.setEmail(id, email, now);
            waiting.useAll(id, now);
            resetTokens.useAll(id, now);
            joining.joinByDomain(id, email);
            changes.of(id);
            post.send(wording.message(origin, before.text(), "emailChanged", email.text()));
            audit.own(AuditEvent.Kind.EMAIL_CHANGED, id, null, origin, "");
        });
    }

    private static TokenHash hashOf(String token) {
        return Secret.parse(SecretKind.EMAIL_CHANGE, token)
                .orElseThrow(ConfirmNewEmail::invalid)
                .hash();
    }

    private static Refused invalid() {
        return new Refused(new Refusal.VerificationTokenInvalid());
    }
}
