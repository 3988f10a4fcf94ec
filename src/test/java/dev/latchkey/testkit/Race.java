package dev.latchkey.testkit;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who want the same at the same time. */
public final class Race {
    /** As many as the promises name. */
    public static final int RUNNERS = 64;

    private Race() {}

    /**
     * Lets all start at once and gives what each got, in order; an exception is what it got too.
     */
    public static List<Object> run(IntFunction<Object> runner) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    IntStream.range(0, RUNNERS)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        start.await();
                                        return runner.apply(i);
                                    }))
                            .toList();
            start.countDown();
            return outcomes.stream().map(Race::outcome).toList();
        }
    }

    private static Object outcome(Future<Object> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
