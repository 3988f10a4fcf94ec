package dev.latchkey.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests that begin at a steady rate, whether or not those before are answered: people do not
 * wait for each other. Each on a connection of its own.
 */
final class Storm implements AutoCloseable {

    /** One person's request; gives the status of its answer. */
    @FunctionalInterface
    interface Person {
        int status() throws IOException;
    }

    private static final int LOST = 0;

    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService arrivals = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    private Storm() {}

    static Storm begin(double perSecond, Person person) {
        var storm = new Storm();
        var nanos = (long) (1e9 / perSecond);
        storm.arrivals.scheduleAtFixedRate(
                () -> storm.people.execute(() -> storm.visit(person)),
                0,
                nanos,
                TimeUnit.NANOSECONDS);
        return storm;
    }

    private void visit(Person person) {
        var status = LOST;
        try {
            status = person.status();
        } catch (IOException _) {
            // Told as lost.
        }
        answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    /** Waits for the answers under way. */
    @Override
    public void close() throws InterruptedException {
        arrivals.shutdownNow();
        people.shutdown();
        if (!people.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("sign-ins hang");
        }
    }

    /** How many were answered with which status; 0 for those that got no answer. */
    Map<Integer, Long> answers() {
        var sums = new TreeMap<Integer, Long>();
        answers.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }
}
