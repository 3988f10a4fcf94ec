package dev.latchkey.core.signin;

import java.util.List;

/**
 * Where a hosted page sends the browser when it is done. It travels sealed, so that the door that
 * asked for a sign-in and the pages need to know nothing else of each other.
 *
 * @param path a path of our own with its query
 * @param leadsTo origins outside of this server that the path may redirect to in turn
 */
public record Onward(String path, List<String> leadsTo) {
    private static final String PURPOSE = "onward";

    public Onward {
        leadsTo = List.copyOf(leadsTo);
        if (!path.startsWith("/")
                || path.startsWith("//")
                || path.chars().anyMatch(c -> c <= ' ' || c >= 0x7F || c == '\\')) {
            throw new IllegalArgumentException("no path of our own");
        }
    }

    public Onward(String path) {
        this(path, List.of());
    }

    public String seal(PageStep steps) {
        return steps.seal(PURPOSE, text());
    }

    /** As text, for where it travels sealed with something else. */
    public String text() {
        return path + " " + String.join(" ", leadsTo);
    }

    /** From {@link #text}. */
    public static Onward of(String text) {
        var words = List.of(text.split(" "));
        return new Onward(words.getFirst(), words.subList(1, words.size()));
    }

    /** Refuses with SignInStepInvalid. */
    public static Onward open(PageStep steps, String sealed) {
        return of(steps.open(PURPOSE, sealed));
    }
}
