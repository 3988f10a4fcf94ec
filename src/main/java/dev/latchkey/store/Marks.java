package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** Writes when many rows were last used, as one batch. */
final class Marks {
    private Marks() {}

    /**
     * @param update a statement with {@code :id} and {@code :at}; runs in order of id, so that two
     *     nodes that mark the same rows never wait for each other in a circle
     */
    static <K> void write(Sql sql, String update, Map<K, Instant> marks, Comparator<K> order) {
        sql.changes(
                update,
                marks.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(order))
                        .map(mark ->
                                Map.<String, @Nullable Object>of(
                                        "id", mark.getKey(), "at", mark.getValue()))
                        .toList());
    }
}
