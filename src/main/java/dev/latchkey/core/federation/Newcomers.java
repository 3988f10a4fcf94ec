package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.verification.VerificationMail;

import org.jspecify.annotations.Nullable;

/** What every new account of a provider's user gets, as those do who sign up with a password. */
public final class Newcomers {
    private final Joining joining;
    private final SignUpRules rules;
    private final VerificationMail mail;

    public Newcomers(Joining joining, SignUpRules rules, VerificationMail mail) {
        this.joining = joining;
        this.rules = rules;
        this.mail = mail;
    }

    /**
     * Inside a transaction: lets them join what they may join, and mails them when they still have
     * to prove their address.
     *
     * @param invitation a code that is used up elsewhere, or null
     */
    void welcome(User user, @Nullable String invitation, Origin origin) {
        if (invitation == null) {
            joining.join(user.id(), joining.rightOf(user.email(), null, true));
        }
        if (user.isEmailVerified()) {
            joining.joinByDomain(user.id(), user.email());
        } else if (rules.demandsVerificationOf(user)) {
            mail.send(user, origin);
        }
    }
}
