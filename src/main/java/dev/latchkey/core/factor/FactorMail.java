package dev.latchkey.core.factor;

import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;

/**
 * Tells somebody of every change to their second factors, since it may not have been them; in the
 * language of whoever made it.
 */
public final class FactorMail {
    private final Post post;
    private final Links links;
    private final Wording wording;

    public FactorMail(Post post, Links links, Wording wording) {
        this.post = post;
        this.links = links;
        this.wording = wording;
    }

    void authenticatorAdded(User user, Origin cause) {
        send(user, cause, "authenticatorAdded", "");
    }

    void authenticatorRemoved(User user, Origin cause) {
        send(user, cause, "authenticatorRemoved", "");
    }

    void passkeyAdded(User user, String name, Origin cause) {
        send(user, cause, "passkeyAdded", name);
    }

    void passkeyRemoved(User user, String name, Origin cause) {
        send(user, cause, "passkeyRemoved", name);
    }

    void recoveryCodesMade(User user, Origin cause) {
        send(user, cause, "recoveryCodesMade", "");
    }

    void recoveryCodeUsed(User user, int left, Origin cause) {
        send(user, cause, "recoveryCodeUsed", left);
    }

    void reset(User user, Origin cause) {
        send(user, cause, "factorsReset", "");
    }

    private void send(User user, Origin cause, String name, Object what) {
        var email = user.email().text();
        var security = links.local("/account/security");
        post.send(wording.message(cause, email, name, what, email, security));
    }
}
