package dev.latchkey.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes when many rows were last used, in one statement: to begin one takes PostgreSQL more than
 * the change itself. It is written for powers of two, the last mark standing again where there are
 * fewer, so that few texts are prepared.
 */
final class Marks {
    private final String update;
    private final Map<Integer, String> bySize = new ConcurrentHashMap<>();

    /**
     * @param update a statement with {@code :marks}, rows of an identifier and a time
     */
    Marks(String update) {
        this.update = update;
    }

    /** In an order, so that two nodes that mark the same rows hardly ever wait in a circle. */
    <K> void write(Sql sql, Map<K, Instant> marks, Comparator<K> order) {
        if (marks.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(marks.entrySet());
        all.sort(Map.Entry.comparingByKey(order));
        var size = Integer.highestOneBit(all.size() * 2 - 1);
        all.addAll(Collections.nCopies(size - all.size(), all.getLast()));
        var statement = sql.statement(bySize.computeIfAbsent(size, this::ofSize));
        for (int i = 0; i < size; i++) {
            statement.bind("id" + i, all.get(i).getKey()).bind("at" + i, all.get(i).getValue());
        }
        statement.execute();
    }

    private String ofSize(int size) {
        return update.replace(
                ":marks",
                IntStream.range(0, size)
                        .mapToObj("(:id%1$d, :at%1$d)"::formatted)
                        .collect(Collectors.joining(", ")));
    }
}
