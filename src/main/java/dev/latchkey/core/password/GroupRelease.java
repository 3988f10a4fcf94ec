package dev.latchkey.core.password;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets those whose work is done go on together while others still wait for theirs. What they do
 * next then finds its code in the processor's caches, which the work emptied, and shares one
 * commit. Nobody waits once nobody waits behind them.
 */
final class GroupRelease {
    private final int most;
    private final BooleanSupplier othersWait;
    private final Executor front;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> held = new ArrayList<>();

    /**
     * @param most how many go on together at the most
     * @param othersWait whether there is more work, whose end comes here as well
     * @param front lets them go on
     */
    GroupRelease(int most, BooleanSupplier othersWait, Executor front) {
        this.most = most;
        this.othersWait = othersWait;
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
            held.add(goOn);
            if (held.size() < most && othersWait.getAsBoolean()) {
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
