package dev.latchkey.core.password;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords on as many threads as there are cores, behind a short queue, so that a storm of
 * sign-ins never starves the checks of tokens. Refuses with Overloaded when the queue is full.
 */
public final class Hashing implements AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final PasswordHash algorithm;
    private final ThreadPoolExecutor threads;
    private final String decoy;

    /**
     * @param cores hashes at once
     * @param queue how many wait at the most
     */
    public Hashing(PasswordHash algorithm, int cores, int queue) {
        this.algorithm = algorithm;
        this.threads =
                new ThreadPoolExecutor(
                        cores,
                        cores,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(queue),
                        task -> {
                            var thread = new Thread(task, "password-hash");
                            thread.setDaemon(true);
                            thread.setPriority(Thread.NORM_PRIORITY - 1);
                            return thread;
                        });
        this.decoy = algorithm.hash("nobody's password");
    }

    public String hash(String password) {
        return run(() -> algorithm.hash(password));
    }

    /**
     * Whether the password fits. With nothing stored, the same work is done on a decoy, so that
     * time tells nobody apart.
     */
    public boolean verify(String password, @Nullable String stored) {
        var right = run(() -> algorithm.verify(password, stored == null ? decoy : stored));
        return right && stored != null;
    }

    public boolean isOutdated(String stored) {
        return algorithm.isOutdated(stored);
    }

    private <T> T run(Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return task.get();
        } catch (RejectedExecutionException e) {
            throw new Refused(new Refusal.Overloaded(RETRY_AFTER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
