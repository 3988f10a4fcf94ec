package dev.latchkey.core.password;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A hash that somebody waits for. It may be done a second time elsewhere when it does not get on:
 * the first end counts.
 */
final class HashingJob {
    private final Runnable hash;
    private final Runnable atEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean leftBehind = new AtomicBoolean();
    private volatile boolean far;
    private volatile long begun;

    /**
     * @param hash may run twice, also at once
     * @param atEnd runs once
     */
    HashingJob(Runnable hash, Runnable atEnd) {
        this.hash = hash;
        this.atEnd = atEnd;
    }

    /** Gives how long it took, in nanoseconds. */
    long run(boolean isFar) {
        var from = System.nanoTime();
        begun = from;
        far = isFar;
        try {
            hash.run();
        } finally {
            if (ended.compareAndSet(false, true)) {
                atEnd.run();
            }
        }
        return System.nanoTime() - from;
    }

    /**
     * Whether it began far back, so long ago that it is to be done a second time; told once.
     *
     * @param tooLong in nanoseconds
     */
    boolean leave(long tooLong) {
        return far
                && !ended.get()
                && System.nanoTime() - begun > tooLong
                && leftBehind.compareAndSet(false, true);
    }

    boolean isLeftBehind() {
        return leftBehind.get();
    }
}
