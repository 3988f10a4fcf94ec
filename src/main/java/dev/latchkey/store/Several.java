package dev.latchkey.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement about several values: {@code IN (:name)}, or rows of {@code VALUES}. It is written
 * for powers of two, the last value standing again where there are fewer, so that few texts are
 * prepared.
 */
final class Several {

    /** Binds one of the values. */
    interface Binding<T> {
        void bind(Statement statement, int number, T value);
    }

    private final String text;
    private final String place;
    private final String one;
    private final Map<Integer, String> bySize = new ConcurrentHashMap<>();

    /**
     * @param place where the values stand in the text
     * @param one how each of them is written, with {@code #} for its number
     */
    Several(String text, String place, String one) {
        this.text = text;
        this.place = place;
        this.one = one;
    }

    /** Values of one column: {@code IN (:name)}. */
    static Several of(String text, String name) {
        return new Several(text, ':' + name, ':' + name + '#');
    }

    /** For {@link #of}. At least one value. */
    Statement statement(Sql sql, List<?> values) {
        var name = place.substring(1);
        return statement(
                sql, values, (statement, number, value) -> statement.bind(name + number, value));
    }

    /**
     * @param values at least one
     */
    <T> Statement statement(Sql sql, List<T> values, Binding<? super T> binding) {
        var size = Integer.highestOneBit(values.size() * 2 - 1);
        var all = new ArrayList<T>(values);
        all.addAll(Collections.nCopies(size - values.size(), values.getLast()));
        var statement = sql.statement(bySize.computeIfAbsent(size, this::ofSize));
        for (int i = 0; i < size; i++) {
            binding.bind(statement, i, all.get(i));
        }
        return statement;
    }

    private String ofSize(int size) {
        return text.replace(
                place,
                IntStream.range(0, size)
                        .mapToObj(i -> one.replace("#", Integer.toString(i)))
                        .collect(Collectors.joining(", ")));
    }
}
