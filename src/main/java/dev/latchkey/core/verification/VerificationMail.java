package dev.latchkey.core.verification;

import dev.latchkey.core.Links;
import dev.latchkey.core.account.User;
import dev.latchkey.core.mail.Message;
import dev.latchkey.core.mail.Post;
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
    private final Clock clock;
    private final Duration lifetime;

    public VerificationMail(
            VerificationTokens tokens, Post post, Links links, Clock clock, Duration lifetime) {
        this.tokens = tokens;
        this.post = post;
        this.links = links;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Inside a transaction. */
    public void send(User user) {
        var token = Secret.random(SecretKind.VERIFICATION);
        var now = clock.instant();
        tokens.insert(
                token.hash(),
                new VerificationTokens.Kept(user.id(), user.email().key(), now.plus(lifetime)),
                now);
        post.send(new Message(user.email().text(), "Verify your email address", text(token)));
    }

    private String text(Secret token) {
        return """
        Hello,

        please verify that this email address is yours by opening this link:

        %s

        The link is good for %d hours. If you did not ask for it, ignore this message.
        """
                .formatted(links.verifyEmail(token), lifetime.toHours());
    }
}
