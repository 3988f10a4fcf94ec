package dev.latchkey.bench;

import dev.latchkey.crypto.Argon2Parameters;
import dev.latchkey.crypto.Argon2idHash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As many threads as cores that verify one password as fast as they can: the most that sign-ins
 * could ever reach. Arguments: seconds to warm up, and to count; prints hashes per second.
 */
final class HashLoop {
    private static final String PASSWORD = "correct horse";

    private HashLoop() {}

    public static void main(String[] args) throws InterruptedException {
        var hash = new Argon2idHash(new Argon2Parameters(19_456, 2, 1));
        var stored = hash.hash(PASSWORD);
        perSecond(hash, stored, Integer.parseInt(args[0]));
        System.out.println(hash.engine());
        System.out.println(perSecond(hash, stored, Integer.parseInt(args[1])));
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
