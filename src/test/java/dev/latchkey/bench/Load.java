package dev.latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Clients that each send one request after another over a connection of their own. */
record Load(URI server, int clients, int seconds) {

    /** One client's next request. */
    @FunctionalInterface
    interface Step {
        void run(Connection connection) throws IOException;
    }

    /** Makes each client's steps. */
    @FunctionalInterface
    interface Script {
        Step of(int client);
    }

    /** Answered requests per second. Fails when one fails. */
    double perSecond(Script script) throws InterruptedException {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        return perSecond(script, () -> System.nanoTime() < end);
    }

    /** The same for a number of requests, however long they take. */
    double perSecond(Script script, int requests) throws InterruptedException {
        var begun = new AtomicInteger();
        return perSecond(script, () -> begun.getAndIncrement() < requests);
    }

    private double perSecond(Script script, BooleanSupplier more) throws InterruptedException {
        var done = new AtomicLong();
        var failed = new AtomicReference<Exception>();
        var begin = System.nanoTime();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            var step = script.of(i);
            running.add(Thread.ofPlatform().start(() -> client(step, more, done, failed)));
        }
        for (var thread : running) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a client failed", failed.get());
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void client(
            Step step, BooleanSupplier more, AtomicLong done, AtomicReference<Exception> failed) {
        try (var connection = new Connection(server)) {
            while (more.getAsBoolean()) {
                step.run(connection);
                done.incrementAndGet();
            }
        } catch (IOException | RuntimeException e) {
            failed.set(e);
        }
    }
}
