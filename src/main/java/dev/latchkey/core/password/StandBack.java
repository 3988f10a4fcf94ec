package dev.latchkey.core.password;

import java.time.Duration;

/**
 * How hashing threads stand back behind those of the checks.
 *
 * @param far runs first on a thread, to put it behind everything, for good
 * @param near the same, to put it behind the others so that it still gets on
 * @param tooLong a hash that took longer waited for a core
 */
public record StandBack(Runnable far, Runnable near, Duration tooLong) {}
