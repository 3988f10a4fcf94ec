package dev.latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Checks of a token at a steady rate that leaves the machine room. Each check's time counts from
 * when it was due, so that a server that stands still is not asked less often.
 */
record Pace(URI server, int connections, int perSecond, int seconds) {

    double p99Millis(String token) throws InterruptedException {
        var each = perSecond / connections * seconds;
        var failed = new AtomicReference<Exception>();
        var times = new long[connections][each];
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            var own = times[i];
            running.add(Thread.ofPlatform().start(() -> client(token, own, failed)));
        }
        for (var thread : running) {
            thread.join();
        }
        if (failed.get() != null) {
            throw new IllegalStateException("a check failed", failed.get());
        }
        var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return all[(int) (all.length * 0.99)] / 1e6;
    }

    private void client(String token, long[] times, AtomicReference<Exception> failed) {
        var between = 1_000_000_000L * connections / perSecond;
        try (var connection = new Connection(server)) {
            var due = System.nanoTime();
            for (int i = 0; i < times.length; i++, due += between) {
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var header = "Authorization: Bearer " + token + "\r\n";
                var status = connection.send("GET", "/trieve/api/auth/me", header, "").status();
                if (status != 200) {
                    throw new IOException("a check was answered " + status);
                }
                times[i] = System.nanoTime() - due;
            }
        } catch (IOException | RuntimeException e) {
            failed.set(e);
        }
    }
}
