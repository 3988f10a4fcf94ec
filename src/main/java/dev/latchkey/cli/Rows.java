package dev.latchkey.cli;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows for {@link Printer}: names and values in turn. */
final class Rows {
    private Rows() {}

    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            row.put(
                    String.valueOf(namesAndValues[i]),
                    isPlain(value) ? value : String.valueOf(value));
        }
        return row;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean;
    }
}
