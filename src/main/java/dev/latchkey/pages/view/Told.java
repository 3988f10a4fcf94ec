package dev.latchkey.pages.view;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What was wrong with a form, in words for people.
 *
 * @param general what concerns the whole form, or null
 * @param fields what concerns one field, by its name
 */
public record Told(@Nullable String general, Map<String, String> fields) {
    public static final Told NOTHING = new Told(null, Map.of());

    public Told {
        fields = Map.copyOf(fields);
    }

    public static Told general(String text) {
        return new Told(text, Map.of());
    }

    /** The sentence beside a field, or null. */
    public @Nullable String of(String field) {
        return fields.get(field);
    }
}
