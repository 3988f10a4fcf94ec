package dev.latchkey.core;

import java.util.function.Supplier;

/** All or nothing, on either engine. Stores called inside {@code work} take part in it. */
public interface Transactions {

    /**
     * Runs {@code work} as one unit. What it wrote is on disk when this returns, and gone when it
     * throws. The work is short, does not block on anything but the stores, and may run more than
     * once (it is retried after a conflict).
     */
    <T> T write(Supplier<T> work);

    /** The same for work without a result. */
    default void writing(Runnable work) {
        this.<Object>write(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Called inside {@link #write}: runs {@code task} after the commit, before {@code write}
     * returns.
     */
    void afterCommit(Runnable task);
}
