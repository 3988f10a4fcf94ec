package dev.latchkey.core.factor;

import dev.latchkey.core.account.UserId;

/** The store's answer to the one question that every sign-in asks. */
@FunctionalInterface
public interface Enrolments {

    /** Whether they have an authenticator app or a passkey. Recovery codes alone are none. */
    boolean has(UserId user);
}
