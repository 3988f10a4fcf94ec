package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a transaction again when PostgreSQL chose it to give way to another. */
final class PostgresRetry {
    private static final int ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * serialization_failure, deadlock_detected and unique_violation (PostgreSQL, appendix A): who
     * looked whether a name is free, and then lost it to another, looks again.
     */
    private static final Set<String> GIVEN_WAY = Set.of("40001", "40P01", "23505");

    <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (DatabaseFault e) {
                if (attempt == ATTEMPTS || !hasGivenWay(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        var longest = PAUSE.toNanos() << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private static boolean hasGivenWay(@Nullable Throwable e) {
        return e instanceof SQLException sql && GIVEN_WAY.contains(sql.getSQLState())
                || e != null && hasGivenWay(e.getCause());
    }
}
