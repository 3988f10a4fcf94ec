package dev.latchkey.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list of words as one column, separated by blanks. */
final class Words {
    private Words() {}

    /** In order, so that equal sets are equal columns. */
    static String of(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }

    static List<String> in(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(" "));
    }

    static Set<String> setIn(String column) {
        return Set.copyOf(in(column));
    }
}
