package dev.latchkey.store;

import dev.latchkey.core.memory.Forgetting;

import org.jspecify.annotations.Nullable;

/**
 * Notices commits of other processes, such as the command line: {@code PRAGMA data_version} changes
 * with every commit that its own connection did not make. For the writing thread.
 */
final class SqliteNeighbours {
    private final Pulse pulse;
    private volatile @Nullable Forgetting forgetting;
    private @Nullable Forgetting told;
    private @Nullable Handle seenBy;
    private long seen;

    SqliteNeighbours(Pulse pulse) {
        this.pulse = pulse;
    }

    void tell(Forgetting listener) {
        forgetting = listener;
    }

    void look(SqliteConnection connection) {
        var started = System.nanoTime();
        var handle = connection.handle();
        var version = Long.parseLong(handle.word("PRAGMA data_version"));
        var listener = forgetting;
        if (listener == null) {
            return;
        }
        // The number means something only to the connection that gave it.
        if (version != seen || !handle.equals(seenBy) || !listener.equals(told)) {
            listener.forgetAll();
            seen = version;
            seenBy = handle;
            told = listener;
        }
        pulse.proven(started);
    }
}
