package dev.latchkey.core.factor;

import dev.latchkey.core.Links;
import dev.latchkey.core.account.User;
import dev.latchkey.core.mail.Message;
import dev.latchkey.core.mail.Post;

/** Tells somebody of every change to their second factors, since it may not have been them. */
public final class FactorMail {
    private final Post post;
    private final Links links;

    public FactorMail(Post post, Links links) {
        this.post = post;
        this.links = links;
    }

    void authenticatorAdded(User user) {
        send(user, "An authenticator app was added", "An authenticator app was added to");
    }

    void authenticatorRemoved(User user) {
        send(user, "Your authenticator app was removed", "The authenticator app was removed from");
    }

    void passkeyAdded(User user, String name) {
        send(user, "A passkey was added", "The passkey \"" + name + "\" was added to");
    }

    void passkeyRemoved(User user, String name) {
        send(user, "A passkey was removed", "The passkey \"" + name + "\" was removed from");
    }

    void recoveryCodesMade(User user) {
        send(
                user,
                "You have new recovery codes",
                "New recovery codes were made, and older ones no longer work, for");
    }

    void recoveryCodeUsed(User user, int left) {
        send(
                user,
                "A recovery code was used",
                "A recovery code was used (" + left + " are left) to sign in to");
    }

    void reset(User user) {
        send(
                user,
                "Your second factors were reset",
                "An administrator removed every second factor, and ended every session, of");
    }

    private void send(User user, String subject, String what) {
        var account = links.local("/account/security");
        post.send(
                new Message(
                        user.email().text(),
                        subject,
                        what
                                + " your account "
                                + user.email().text()
                                + " at "
                                + links.publicUrl()
                                + ".\n\nIf that was you, there is nothing to do. If not, change"
                                + " your password, look at\n"
                                + account
                                + "\nand tell whoever runs this server.\n"));
    }
}
