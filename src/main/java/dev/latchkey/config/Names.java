package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody may have meant. */
final class Names {
    private Names() {}

    /** The nearest of the names, or null when none is near. */
    static @Nullable String nearest(String wrong, Collection<String> names) {
        int near = Math.max(2, wrong.length() / 4);
        return names.stream()
                .filter(name -> distance(wrong, name) <= near)
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .orElse(null);
    }

    /** What to say after "there is no such setting". */
    static String hint(String wrong, Collection<String> names) {
        String nearest = nearest(wrong, names);
        return nearest == null ? "" : "Did you mean " + nearest + "?";
    }

    /** Levenshtein's: how many letters to put in, take out or change. */
    private static int distance(String one, String other) {
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[other.length()];
    }
}
