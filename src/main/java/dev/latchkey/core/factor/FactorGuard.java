package dev.latchkey.core.factor;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.signin.Throttle;

/**
 * Limits guessing of codes: for each user from one address, and for each user from anywhere. Every
 * try is counted before it is looked at, so that many sent at once learn no more than the same
 * number sent one by one.
 */
public final class FactorGuard {
    private final Throttle pairs;
    private final Throttle users;

    public FactorGuard(Throttle pairs, Throttle users) {
        this.pairs = pairs;
        this.users = users;
    }

    /** Refuses with TooManyAttempts. */
    void spend(UserId user, String address) {
        pairs.spend(pair(user, address));
        users.spend(user.toString());
    }

    /** A right code costs nothing, and clears what this address did; not what others do. */
    void refund(UserId user, String address) {
        pairs.forget(pair(user, address));
        users.refund(user.toString());
    }

    private static String pair(UserId user, String address) {
        return address + ' ' + user;
    }
}
