package dev.latchkey.core.password;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Whether others have taken over from those who did not get on, and when it is time to try whether
 * those would get on again: after a short while at first, then after twice as long each time. A
 * start, when the compiler wants all cores, is over soon; a machine that is busy for good is hardly
 * ever tried.
 */
final class TakeOver {
    private final long shortest;
    private final long longest;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean on;
    private boolean tried;
    private long since;
    private long length;

    /**
     * @param shortest from the first time that others take over to the first try
     * @param longest from one try to the next
     * @param nanos a clock that never goes back
     */
    TakeOver(Duration shortest, Duration longest, LongSupplier nanos) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.nanos = nanos;
    }

    boolean isOn() {
        return on;
    }

    /** They did not get on. Nothing changes while others have taken over already. */
    void begin() {
        locked(() -> {
            if (!on) {
                // As long again as they got on, and they begin anew.
                var soon = length > 0 && nanos.getAsLong() - since < length;
                next(soon ? 2 * length : shortest);
                on = true;
            }
        });
    }

    /** Whether they are to be tried now; told to one who asks, until that has {@link #ended}. */
    boolean isTimeToTry() {
        if (!on || !lock.tryLock()) {
            return false;
        }
        try {
            var due = on && !tried && nanos.getAsLong() - since >= length;
            tried |= due;
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** What came of the try. */
    void ended(boolean gotOn) {
        locked(() -> {
            if (gotOn) {
                on = false;
                since = nanos.getAsLong();
            } else {
                next(2 * length);
            }
        });
    }

    private void next(long atMost) {
        length = Math.min(atMost, longest);
        since = nanos.getAsLong();
        tried = false;
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
