package dev.latchkey.core.password;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * As many threads as hashes at once, and a bounded number of hashes that wait. They stand far back
 * behind whatever else wants a core, until a hash took so long that it must have waited for one. No
 * thread gets its priority back, so there are others that stand back a little; they {@linkplain
 * TakeOver take over} until a trial shows that the first ones get on again.
 *
 * <p>A thread takes its priority from the one that starts it. So all of these begin at once, and
 * one with the usual priority wakes up whoever waits for a hash, since for somebody who wakes up
 * the scheduler of virtual threads may have to start one.
 */
final class HashingThreads implements AutoCloseable {
    /** How much of what is too long for a hash is too long for a trial. */
    private static final int TRIAL_PART = 4;

    private final Semaphore places;
    private final ThreadPoolExecutor far;
    private final ThreadPoolExecutor near;
    private final ThreadPoolExecutor front;
    private final ThreadPoolExecutor trials;
    private final Runnable trial;
    private final TakeOver nearer;
    private final long tooLong;

    /**
     * @param nearer says when those that stand back a little take over
     * @param trial what is over soon on a thread that gets on
     */
    HashingThreads(int atOnce, int queue, StandBack standBack, TakeOver nearer, Runnable trial) {
        this.nearer = nearer;
        this.trial = trial;
        places = new Semaphore(atOnce + queue);
        far = threads("password-hash", atOnce, standBack.far());
        near = threads("password-hash", atOnce, standBack.near());
        front = threads("password-done", 1, () -> {});
        trials = threads("password-trial", 1, standBack.far());
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

    /**
     * Refuses with RejectedExecutionException when too many wait, or all has ended.
     *
     * @param hash may run twice, also at once
     */
    HashingJob hash(Runnable hash) {
        if (!places.tryAcquire()) {
            throw new RejectedExecutionException("no place to wait in");
        }
        var job = new HashingJob(hash, places::release);
        try {
            if (nearer.isTimeToTry()) {
                near.execute(() -> {
                    attempt();
                    run(job);
                });
            } else {
                (nearer.isOn() ? near : far).execute(() -> run(job));
            }
        } catch (RejectedExecutionException e) {
            places.release();
            throw e;
        }
        return job;
    }

    /** For somebody who has waited too long: perhaps for one that does not get on. */
    void hurry(HashingJob job) {
        if (job.leave(tooLong)) {
            stepForward();
            try {
                near.execute(() -> run(job));
            } catch (RejectedExecutionException _) {
                // All has ended, and what has begun is still done.
            }
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

    private void run(HashingJob job) {
        if (job.run(!nearer.isOn()) > tooLong && !job.isLeftBehind()) {
            stepForward();
        }
    }

    /** Meanwhile one of those that took over leaves its core alone. */
    private void attempt() {
        var attempted = new FutureTask<@Nullable Void>(trial, null);
        try {
            trials.execute(attempted);
            attempted.get(tooLong / TRIAL_PART, TimeUnit.NANOSECONDS);
            stepBack();
        } catch (TimeoutException | ExecutionException | RejectedExecutionException _) {
            nearer.ended(false);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            nearer.ended(false);
        }
    }

    /** In this order: whoever comes meanwhile must not be left behind. */
    private void stepForward() {
        nearer.begin();
        handOver(far, near);
    }

    private void stepBack() {
        nearer.ended(true);
        handOver(near, far);
    }

    /** What waits; even when all has ended in between. */
    private static void handOver(ThreadPoolExecutor from, ThreadPoolExecutor to) {
        var waiting = new ArrayList<Runnable>();
        from.getQueue().drainTo(waiting);
        for (var job : waiting) {
            try {
                to.execute(job);
            } catch (RejectedExecutionException _) {
                job.run();
            }
        }
    }

    /** What waits is still done. */
    @Override
    public void close() {
        far.shutdown();
        near.shutdown();
        front.shutdown();
        trials.shutdown();
    }
}
