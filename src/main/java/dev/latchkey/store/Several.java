package dev.latchkey.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement that looks for one of several values: {@code IN (:name)}. It is written for powers of
 * two, the last value standing again where there are fewer, so that few texts are prepared.
 */
final class Several {
    private final String text;
    private final String name;
    private final Map<Integer, String> bySize = new ConcurrentHashMap<>();

    Several(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /**
     * @param values at least one
     */
    Statement statement(Sql sql, List<?> values) {
        var size = Integer.highestOneBit(values.size() * 2 - 1);
        var all = new ArrayList<Object>(values);
        all.addAll(Collections.nCopies(size - values.size(), values.getLast()));
        var statement = sql.statement(bySize.computeIfAbsent(size, this::ofSize));
        for (int i = 0; i < size; i++) {
            statement.bind(name + i, all.get(i));
        }
        return statement;
    }

    private String ofSize(int size) {
        return text.replace(
                ':' + name,
                IntStream.range(0, size)
                        .mapToObj(i -> ':' + name + i)
                        .collect(Collectors.joining(", ")));
    }
}
