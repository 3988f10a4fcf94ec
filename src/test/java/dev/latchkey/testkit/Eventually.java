package dev.latchkey.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
public final class Eventually {
    private Eventually() {}

    /** Fails with the sentence when it does not become true in time. */
    public static void within(Duration time, String sentence, BooleanSupplier condition) {
        var end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + time + ": " + sentence);
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
