package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds which setting of which entry a variable means: {@code LATCHKEY_PROVIDERS_<ID>_ISSUER}. */
final class RepeatedVariables {
    private static final Pattern ID = Pattern.compile("[A-Z0-9]+(_[A-Z0-9]+)*");
    private static final String STAR = "<ID>";

    private final List<Key<?>> keys;

    RepeatedVariables(List<Key<?>> all) {
        // The longest first: ..._CLIENT_ID is nobody's ..._ID.
        keys =
                all.stream()
                        .filter(Key::isRepeated)
                        .sorted(Comparator.comparingInt((Key<?> key) -> -key.variable().length()))
                        .toList();
    }

    @Nullable String nameOf(String variable) {
        for (Key<?> key : keys) {
            int star = key.variable().indexOf(STAR);
            String before = key.variable().substring(0, star);
            String after = key.variable().substring(star + STAR.length());
            if (variable.startsWith(before)
                    && variable.endsWith(after)
                    && variable.length() > before.length() + after.length()) {
                String id = variable.substring(before.length(), variable.length() - after.length());
                return named(key, id, after);
            }
        }
        return null;
    }

    /** The id itself is not set by a variable: it is in the name of each of the others. */
    private static @Nullable String named(Key<?> key, String id, String after) {
        return !ID.matcher(id).matches() || after.equals("_ID")
                ? null
                : key.at(id.toLowerCase(Locale.ROOT).replace('_', '-')).name();
    }
}
