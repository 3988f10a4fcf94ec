package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

/** Who may administer the server: active administrators, and whoever sits at the command line. */
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
