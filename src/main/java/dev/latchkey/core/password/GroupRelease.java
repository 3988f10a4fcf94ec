package dev.latchkey.core.password;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Lets those whose work is done go on together while others still wait for theirs. What they do
 * next then finds its code in the processor's caches, which the work emptied, and shares one
 * commit. Nobody waits once fewer wait behind them than with them, nor beyond the first work that
 * is done after the longest time.
 */
final class GroupRelease {
    private final long longest;
    private final IntSupplier waiting;
    private final LongSupplier nanos;
    private final Executor front;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> held = new ArrayList<>();
    private long since;

    /**
     * @param longest how long the first of them is held
     * @param waiting how many works have not begun, whose ends come here as well
     * @param nanos a clock that never goes back
     * @param front lets them go on
     */
    GroupRelease(Duration longest, IntSupplier waiting, LongSupplier nanos, Executor front) {
        this.longest = longest.toNanos();
        this.waiting = waiting;
        this.nanos = nanos;
        this.front = front;
    }

    /** Lets somebody go on, now or together with those who follow. */
    void release(Runnable goOn) {
        var all = together(goOn);
        if (!all.isEmpty()) {
            front.execute(() -> all.forEach(Runnable::run));
        }
    }

    private List<Runnable> together(Runnable goOn) {
        lock.lock();
        try {
            var now = nanos.getAsLong();
            if (held.isEmpty()) {
                since = now;
            }
            held.add(goOn);
            if (now - since < longest && held.size() <= waiting.getAsInt()) {
                return List.of();
            }
            var all = List.copyOf(held);
            held.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
