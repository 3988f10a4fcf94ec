package dev.latchkey.core.account;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.Throttle;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.time.Duration;

/**
 * Somebody wants another email address: a link goes to the new one, a note to the old one. Nothing
 * changes before the link is opened.
 */
public final class AskNewEmail {
    private final Accounts accounts;
    private final EmailChanges waiting;
    private final RecentSignIn recent;
    private final Throttle mails;
    private final Post post;
    private final Wording wording;
    private final Links links;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Duration lifetime;

    /**
     * @param mails counts by account and by email address
     */
    public AskNewEmail(
            Accounts accounts,
            EmailChanges waiting,
            RecentSignIn recent,
            Throttle mails,
            Post post,
            Wording wording,
            Links links,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Duration lifetime) {
        this.accounts = accounts;
        this.waiting = waiting;
        this.recent = recent;
        this.mails = mails;
        this.post = post;
        this.wording = wording;
        this.links = links;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Refuses with RecentSignInNeeded, InvalidInput, EmailTaken, TooManyAttempts. */
    public Email run(Session session, String address, Origin origin) {
        var user = accounts.require(session.user());
        recent.require(session, user);
        var email = Email.parse(address).orElseThrow(() -> bad("is not an email address"));
        if (email.key().equals(user.email().key())) {
            throw bad("is your address already");
        }
        mails.spend(user.id().toString());
        mails.spend(email.key());
        if (accounts.findByEmail(email).isPresent()) {
            throw new Refused(new Refusal.EmailTaken());
        }
        transactions.writing(() -> send(user, email, origin));
        return email;
    }

    private void send(User user, Email email, Origin origin) {
        var token = Secret.random(SecretKind.EMAIL_CHANGE);
        var now = clock.instant();
        waiting.useAll(user.id(), now);
        waiting.insert(
                token.hash(), new EmailChanges.Kept(user.id(), email, now.plus(lifetime)), now);
        post.send(
                wording.message(
                        origin,
                        email.text(),
                        "newEmail",
                        links.newEmail(token),
                        lifetime.toHours()));
        post.send(wording.message(origin, user.email().text(), "newEmailAsked", email.text()));
        audit.own(AuditEvent.Kind.EMAIL_CHANGE_ASKED, user.id(), null, origin, "");
    }

    private static Refused bad(String message) {
        return new Refused(Refusal.InvalidInput.of("email", message));
    }
}
