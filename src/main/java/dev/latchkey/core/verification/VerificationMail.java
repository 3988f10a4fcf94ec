package dev.latchkey.core.verification;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.time.Duration;

/**
 * Makes a verification token and mails it. Earlier ones stay good until one is used, so that no
 * mail is a dead link.
 */
public final class VerificationMail {
    private final VerificationTokens tokens;
    private final Post post;
    private final Links links;
    private final Wording wording;
    private final Clock clock;
    private final Duration lifetime;

    public VerificationMail(
            VerificationTokens tokens,
            Post post,
            Links links,
            Wording wording,
            Clock clock,
            Duration lifetime) {
        this.tokens = tokens;
        this.post = post;
        this.links = links;
        this.wording = wording;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Inside a transaction. */
    public void send(User user, Origin origin) {
        var token = Secret.random(SecretKind.VERIFICATION);
        var now = clock.instant();
        tokens.insert(
                token.hash(),
                new VerificationTokens.Kept(user.id(), user.email().key(), now.plus(lifetime)),
                now);
        post.send(
                wording.message(
                        origin,
                        user.email().text(),
                        "verify",
                        links.verifyEmail(token),
                        lifetime.toHours()));
    }
}
