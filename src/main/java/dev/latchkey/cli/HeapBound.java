package dev.latchkey.cli;

import java.util.function.LongSupplier;

/**
 * Collects garbage when the heap has grown well beyond what was in use after the last time.
 *
 * <p>The serial collector, which the launcher chooses for its size, rather takes more memory from
 * the system, up to a quarter of the machine's, than to look through its old generation. Checks of
 * ten times as many sessions as are remembered took 2.5 GB within ten minutes, of which 40 MB were
 * in use.
 */
final class HeapBound {
    /** How often to look. Such checks leave about 5 MB in that time. */
    static final int LOOK_MILLIS = 500;

    private static final long MEGABYTE = 1 << 20;
    private static final long ROOM = 32 * MEGABYTE;

    private final LongSupplier used;
    private final Runnable collect;
    private long inUse = ROOM;

    /**
     * @param used bytes, garbage and all
     */
    HeapBound(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    /** Of this process; does nothing unless the launcher asked for it. */
    static HeapBound ofProcess() {
        var runtime = Runtime.getRuntime();
        return Boolean.getBoolean("latchkey.heap-bound")
                ? new HeapBound(() -> runtime.totalMemory() - runtime.freeMemory(), System::gc)
                : new HeapBound(() -> 0, () -> {});
    }

    /** What is in use may double, so that a large heap is not looked through all the time. */
    void keep() {
        if (used.getAsLong() > inUse + Math.max(ROOM, inUse)) {
            collect.run();
            inUse = used.getAsLong();
        }
    }
}
