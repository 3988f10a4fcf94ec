package dev.latchkey.core.password;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * As many threads as hashes at once, and a bounded number of hashes that wait. They stand far back
 * behind whatever else wants a core, until a hash took so long that it must have waited for one. No
 * thread gets its priority back, so there are others that stand back a little; they take over for
 * some minutes.
 *
 * <p>A thread takes its priority from the one that starts it. So all of these begin at once, and
 * one with the usual priority wakes up whoever waits for a hash, since for somebody who wakes up
 * the scheduler of virtual threads may have to start one.
 */
final class HashingThreads implements AutoCloseable {
    private static final long NEAR_FOR = Duration.ofMinutes(10).toNanos();

    private final Semaphore places;
    private final ThreadPoolExecutor far;
    private final ThreadPoolExecutor near;
    private final ThreadPoolExecutor front;
    private final long tooLong;
    private volatile long nearUntil = System.nanoTime();

    HashingThreads(int atOnce, int queue, StandBack standBack) {
        places = new Semaphore(atOnce + queue);
        far = threads("password-hash", atOnce, standBack.far());
        near = threads("password-hash", atOnce, standBack.near());
        front = threads("password-done", 1, () -> {});
        front.setRejectedExecutionHandler((work, _) -> work.run());
        tooLong = standBack.tooLong().toNanos();
    }

    private static ThreadPoolExecutor threads(String name, int count, Runnable first) {
        var threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name(name)
                                        .unstarted(() -> {
                                            first.run();
                                            work.run();
                                        }));
        threads.prestartAllCoreThreads();
        return threads;
    }

    /** Refuses with RejectedExecutionException when too many wait, or all has ended. */
    void hash(Runnable hash) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("no place to wait in");
        }
        try {
            (System.nanoTime() - nearUntil < 0 ? near : far).execute(() -> timed(hash));
        } catch (RejectedExecutionException e) {
            places.release();
            throw e;
        }
    }

    /** How many have not begun. */
    int waiting() {
        return far.getQueue().size() + near.getQueue().size();
    }

    /** With the usual priority, as long as nothing has ended. */
    void wake(Runnable waiting) {
        front.execute(waiting);
    }

    private void timed(Runnable hash) {
        var begun = System.nanoTime();
        try {
            hash.run();
        } finally {
            places.release();
        }
        if (System.nanoTime() - begun > tooLong) {
            stepForward();
        }
    }

    private void stepForward() {
        nearUntil = System.nanoTime() + NEAR_FOR;
        var waiting = new ArrayList<Runnable>();
        far.getQueue().drainTo(waiting);
        waiting.forEach(this::handOver);
    }

    /** Even when all has ended in between. */
    private void handOver(Runnable timed) {
        try {
            near.execute(timed);
        } catch (RejectedExecutionException _) {
            timed.run();
        }
    }

    /** What waits is still done. */
    @Override
    public void close() {
        far.shutdown();
        near.shutdown();
        front.shutdown();
    }
}
