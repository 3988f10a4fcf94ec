package dev.latchkey.config;

import java.util.List;
import java.util.Map;

/** A value as it was written, before its kind is known. */
sealed interface Raw {

    /** An environment variable, or a scalar of the file. */
    record Text(String value) implements Raw {}

    record Items(List<String> values) implements Raw {}

    record Entries(Map<String, String> values) implements Raw {}

    /** Whether nothing was written, which means the default. */
    default boolean isBlank() {
        return this instanceof Text text && text.value().isBlank();
    }
}
