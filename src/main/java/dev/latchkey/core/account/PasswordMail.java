package dev.latchkey.core.account;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Mails links by which somebody chooses a password.
 *
 * @param reset how long a link is good for who has an account already
 * @param welcome how long it is for who was given one
 */
public record PasswordMail(
        ResetTokens tokens,
        Post post,
        Wording wording,
        Links links,
        Clock clock,
        Duration reset,
        Duration welcome) {

    /** Inside a transaction: they asked for it themselves. */
    void asked(User user, Secret token, Instant now, Origin origin) {
        insert(user, token, reset, now);
        var link = links.resetPassword(token);
        send(user, "reset", origin, link, reset.toMinutes());
    }

    /** Inside a transaction: an administrator wants them to choose a new one. */
    void wanted(User user, Origin origin) {
        send(user, "choosePassword", origin, link(user, reset), reset.toMinutes());
    }

    /** Inside a transaction: an administrator made the account, and they choose their first one. */
    public void welcome(User user, Origin origin) {
        var days = Math.max(1, welcome.toDays());
        send(user, "welcome", origin, link(user, welcome), days, user.email().text());
    }

    private String link(User user, Duration lifetime) {
        var token = Secret.random(SecretKind.RESET);
        insert(user, token, lifetime, clock.instant());
        return links.resetPassword(token);
    }

    private void insert(User user, Secret token, Duration lifetime, Instant now) {
        var kept = new ResetTokens.Kept(user.id(), user.email().key(), now.plus(lifetime));
        tokens.insert(token.hash(), kept, now);
    }

    private void send(User user, String name, Origin origin, Object... values) {
        post.send(wording.message(origin, user.email().text(), name, values));
    }
}
