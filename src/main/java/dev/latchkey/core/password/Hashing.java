package dev.latchkey.core.password;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Hashes passwords on as many threads as there are cores, behind a short queue, so that a storm of
 * sign-ins never starves the checks of tokens. Refuses with Overloaded when the queue is full.
 */
public final class Hashing implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int NAPS = 20;
    private static final long NAP_NANOS = 1_000_000;
    private static final Duration TRIED_AFTER = Duration.ofSeconds(5);
    private static final Duration TRIED_EVERY = Duration.ofMinutes(10);

    /**
     * In so long, two cores hash some sixteen: what a sign-in takes beside its hash falls by more
     * than half. Somebody who waits for a page hardly notices.
     */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private final PasswordHash algorithm;
    private final HashingThreads threads;
    private final GroupRelease together;
    private final Duration tooLong;
    private final LongAdder overloads = new LongAdder();
    private volatile @Nullable String decoy;

    /**
     * @param cores hashes at once
     * @param queue how many wait at the most
     */
    public Hashing(PasswordHash algorithm, int cores, int queue, StandBack standBack) {
        this.algorithm = algorithm;
        this.tooLong = standBack.tooLong();
        this.threads =
                new HashingThreads(
                        cores,
                        queue,
                        standBack,
                        new TakeOver(TRIED_AFTER, TRIED_EVERY, System::nanoTime),
                        Hashing::nap);
        this.together =
                new GroupRelease(TOGETHER, threads::waiting, System::nanoTime, threads::wake);
    }

    /**
     * Begins to make what the first {@link #verify} would have to wait for, and does not wait for
     * it itself.
     */
    public void prepare() {
        try {
            begin(this::decoy, new CompletableFuture<>());
        } catch (RejectedExecutionException _) {
            // They hash already; the first that needs it makes it.
        }
    }

    public String hash(String password) {
        return run(() -> algorithm.hash(password));
    }

    /**
     * Whether the password fits. With nothing stored, the same work is done on a decoy, so that
     * time tells nobody apart.
     */
    public boolean verify(String password, @Nullable String stored) {
        var right = run(() -> algorithm.verify(password, stored == null ? decoy() : stored));
        return right && stored != null;
    }

    /**
     * Over in no time for a thread that gets a core when it wakes up. Not a hash: one that does not
     * get on keeps the others from theirs, since the kernel maps memory for one of them at a time.
     */
    private static void nap() {
        for (int i = 0; i < NAPS; i++) {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** How often the queue was full since this was made. */
    public long overloads() {
        return overloads.sum();
    }

    public boolean isOutdated(String stored) {
        return algorithm.isOutdated(stored);
    }

    /** Nobody waits for somebody else who makes it: that one may not get on. */
    private String decoy() {
        var made = decoy;
        if (made == null) {
            made = algorithm.hash("nobody's password");
            decoy = made;
        }
        return made;
    }

    private <T> T run(Callable<T> work) {
        var released = new CompletableFuture<FutureTask<T>>();
        try {
            return result(awaited(released, begin(work, released)));
        } catch (RejectedExecutionException e) {
            overloads.increment();
            throw new Refused(new Refusal.Overloaded(RETRY_AFTER));
        }
    }

    private <T> HashingJob begin(Callable<T> work, CompletableFuture<FutureTask<T>> released) {
        return threads.hash(() -> {
            var task = new FutureTask<>(work);
            task.run();
            together.release(() -> released.complete(task));
        });
    }

    private <T> Future<T> awaited(Future<FutureTask<T>> released, HashingJob job) {
        while (true) {
            try {
                return released.get(tooLong.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                threads.hurry(job);
            } catch (InterruptedException | ExecutionException e) {
                throw failed(e);
            }
        }
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while a password was hashed", e);
        }
        return new IllegalStateException("hashing failed", e.getCause());
    }

    @Override
    public void close() {
        threads.close();
    }
}
