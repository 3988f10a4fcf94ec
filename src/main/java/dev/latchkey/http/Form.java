package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** An HTML form's fields, decoded; a field sent twice keeps both values. */
public record Form(Map<String, List<String>> fields) {

    /**
     * The body of a call as a form: 415 for another content type, 400 for a broken escape, NUL or
     * bytes that are no UTF-8.
     */
    public static Form read(Call call) {
        return FormReader.read(call);
    }

    /** The only value of a field; null when it is absent or sent more than once. */
    public @Nullable String get(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : null;
    }
}
