package dev.latchkey.store;

import dev.latchkey.core.memory.CacheTrust;

import java.time.Duration;

/** When this node last proved that it hears of others' changes. */
final class Pulse implements CacheTrust {
    /** Less than the second that is promised, since an answer given on trust takes a moment too. */
    private static final long LIFE = Duration.ofMillis(900).toNanos();

    private volatile boolean alive;
    private volatile long provenAt;

    @Override
    public boolean trusted() {
        return alive && System.nanoTime() - provenAt < LIFE;
    }

    /** All that was committed before this {@link System#nanoTime} is forgotten here. */
    void proven(long at) {
        provenAt = at;
        alive = true;
    }

    /** Gives whether it was alive until now. For the one thread that proves it. */
    boolean lost() {
        var before = alive;
        alive = false;
        return before;
    }
}
