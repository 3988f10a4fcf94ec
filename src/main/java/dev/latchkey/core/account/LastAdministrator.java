package dev.latchkey.core.account;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import java.time.Instant;
import java.util.List;

/** The server keeps an active administrator, however many are taken away at once. */
public final class LastAdministrator {

    /** The store's side of it. */
    public interface Seats {

        /**
         * Inside a transaction: the active administrators, whom nobody else changes until it ends.
         */
        List<UserId> lock();

        void set(UserId user, boolean administrator, Instant at);
    }

    private final Seats seats;

    public LastAdministrator(Seats seats) {
        this.seats = seats;
    }

    /**
     * Called inside a transaction before somebody is disabled or stops being an administrator.
     * Refuses with LastAdministrator when nobody else is one.
     */
    void requireAnotherThan(UserId user) {
        var active = seats.lock();
        if (active.contains(user) && active.size() < 2) {
            throw new Refused(new Refusal.LastAdministrator());
        }
    }
}
