package dev.latchkey.core.factor;

import dev.latchkey.core.account.User;

/** Who has to have a second factor. Whoever has one is asked for it, whatever this says. */
public enum Demand {
    OPTIONAL,
    REQUIRED_FOR_ADMINISTRATORS,
    REQUIRED;

    boolean of(User user) {
        return switch (this) {
            case OPTIONAL -> false;
            case REQUIRED_FOR_ADMINISTRATORS -> user.administrator();
            case REQUIRED -> true;
        };
    }
}
