package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

/**
 * What somebody can sign in with: a password, passkeys, identities at other providers. The last one
 * stays.
 */
public final class WaysIn {

    /** The store's side of it. */
    @FunctionalInterface
    public interface Count {

        /**
         * Locks the account until the transaction ends, so that two who take away at once see each
         * other, and then counts every way in.
         */
        int lockAndCount(UserId user);
    }

    private final Count count;

    public WaysIn(Count count) {
        this.count = count;
    }

    /**
     * Called inside a transaction before one way is taken away. Refuses with LastWayIn when there
     * is no other.
     */
    public void requireAnother(UserId user) {
        if (count.lockAndCount(user) < 2) {
            throw new Refused(new Refusal.LastWayIn());
        }
    }
}
