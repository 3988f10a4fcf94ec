package dev.latchkey.bench;

import dev.latchkey.crypto.Argon2Parameters;
import dev.latchkey.crypto.Argon2idHash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As many threads as cores that verify one password as fast as they can: the most that sign-ins
 * could ever reach. Each line that comes in says for how many seconds, and is answered by hashes
 * per second.
 */
final class HashLoop {
    private static final String PASSWORD = "correct horse";

    private HashLoop() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var hash = new Argon2idHash(new Argon2Parameters(19_456, 2, 1));
        var stored = hash.hash(PASSWORD);
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (var line = asked.readLine(); line != null; line = asked.readLine()) {
            System.out.println(perSecond(hash, stored, Integer.parseInt(line)));
        }
    }

    private static double perSecond(Argon2idHash hash, String stored, int seconds)
            throws InterruptedException {
        var done = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            running.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (System.nanoTime() < end) {
                                    hash.verify(PASSWORD, stored);
                                    done.incrementAndGet();
                                }
                            }));
        }
        for (var thread : running) {
            thread.join();
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }
}
