package dev.latchkey.core.client;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

/** Who may administer clients: active administrators, and whoever sits at the command line. */
public record Administrators(Accounts accounts) {

    /**
     * Refuses with NotAllowed.
     *
     * @param actor null for the command line
     */
    public void require(@Nullable UserId actor) {
        var may =
                actor == null
                        || accounts.find(actor)
                                .filter(User::isActive)
                                .filter(User::administrator)
                                .isPresent();
        if (!may) {
            throw new Refused(new Refusal.NotAllowed());
        }
    }
}
