package dev.latchkey.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Does in one go what many ask for at the same time. Whoever asks while nothing is under way is
 * served at once; whoever asks meanwhile waits, and all who wait are served together.
 *
 * <p>Where a go fails, all who wait fail with it, rather than each after another wait: they would
 * have asked the same database.
 */
public final class Together<I, O> {

    /** What is done in one go. */
    public interface Work<I, O> {
        /**
         * @param items who is served: all who wait when this is first called, so the later it is,
         *     the more they are; perhaps nobody
         * @return one answer for each item, in their order
         */
        List<O> run(Supplier<List<I>> items);
    }

    private record Asked<I, O>(I item, CompletableFuture<O> answer) {}

    private final int most;
    private final int atOnce;
    private final Work<I, O> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Asked<I, O>> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param most how many are served in one go
     * @param atOnce how many goes may be under way
     */
    public Together(int most, int atOnce, Work<I, O> work) {
        this.most = most;
        this.atOnce = atOnce;
        this.work = work;
    }

    /** Waits for the answer. Throws what the work threw. */
    public O ask(I item) {
        var mine = new Asked<>(item, new CompletableFuture<O>());
        if (begins(mine)) {
            serve();
            // Who has come meanwhile must not hold up the answer to the first.
            if (goesOn()) {
                Thread.startVirtualThread(this::serveAll);
            }
        }
        return Await.answer(mine.answer());
    }

    /** How many wait for those under way. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean begins(Asked<I, O> mine) {
        lock.lock();
        try {
            waiting.add(mine);
            if (running == atOnce) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                running--;
                return false;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void serveAll() {
        do {
            serve();
        } while (goesOn());
    }

    private List<Asked<I, O>> take(int upTo) {
        lock.lock();
        try {
            var taken = new ArrayList<Asked<I, O>>();
            while (taken.size() < upTo && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        var served = new ArrayList<Asked<I, O>>();
        try {
            var answers =
                    work.run(() -> {
                        // A transaction that is tried again is about the same.
                        if (served.isEmpty()) {
                            served.addAll(take(most));
                        }
                        return served.stream().map(Asked::item).toList();
                    });
            for (int i = 0; i < served.size(); i++) {
                served.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            served.addAll(take(Integer.MAX_VALUE));
            served.forEach(asked -> asked.answer().completeExceptionally(e));
        }
    }
}
