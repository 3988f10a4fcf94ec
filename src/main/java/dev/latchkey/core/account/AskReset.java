package dev.latchkey.core.account;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.signin.Throttle;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody forgot their password: a link to choose another is mailed to them. Nobody learns from
 * the answer, or the time it takes, whether there is such an account.
 */
public final class AskReset {
    private final Accounts accounts;
    private final ResetTokens tokens;
    private final Throttle mails;
    private final Throttle addresses;
    private final Post post;
    private final Wording wording;
    private final Links links;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Duration lifetime;

    /**
     * @param mails counts by email address
     * @param addresses counts by where the asking comes from
     * @param lifetime of a link
     */
    public AskReset(
            Accounts accounts,
            ResetTokens tokens,
            Throttle mails,
            Throttle addresses,
            Post post,
            Wording wording,
            Links links,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Duration lifetime) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.mails = mails;
        this.addresses = addresses;
        this.post = post;
        this.wording = wording;
        this.links = links;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.lifetime = lifetime;
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
                send(user.get(), token, now, origin);
            } else {
                audit.record(AuditEvent.Kind.RESET_NOT_DUE, null, null, null, origin, "");
            }
        });
    }

    private void send(User user, Secret token, Instant now, Origin origin) {
        tokens.insert(
                token.hash(),
                new ResetTokens.Kept(user.id(), user.email().key(), now.plus(lifetime)),
                now);
        post.send(
                wording.message(
                        origin,
                        user.email().text(),
                        "reset",
                        links.resetPassword(token),
                        lifetime.toMinutes()));
        audit.record(AuditEvent.Kind.RESET_SENT, null, user.id(), null, origin, "");
    }
}
