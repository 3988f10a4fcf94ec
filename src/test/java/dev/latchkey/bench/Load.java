package dev.latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

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
        var done = new AtomicLong();
        var failed = new AtomicReference<Exception>();
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            var step = script.of(i);
            running.add(Thread.ofPlatform().start(() -> client(step, end, done, failed)));
        }
        for (var thread : running) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a client failed", failed.get());
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void client(Step step, long end, AtomicLong done, AtomicReference<Exception> failed) {
        try (var connection = new Connection(server)) {
            while (System.nanoTime() < end) {
                step.run(connection);
                done.incrementAndGet();
            }
        } catch (IOException | RuntimeException e) {
            failed.set(e);
        }
    }
}
