package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was given, read key by key. Mistakes are gathered; reading goes on with the default. */
final class Settings {
    private final Map<String, Given> given;
    private final Path directory;
    private final List<Problem> problems;

    /**
     * @param directory what relative paths are relative to
     */
    Settings(Map<String, Given> given, Path directory, List<Problem> problems) {
        this.given = given;
        this.directory = directory;
        this.problems = new ArrayList<>(problems);
    }

    /** The value or the default, of a key that has one. */
    <T> T get(Key<T> key) {
        T value = find(key);
        return value == null ? standard(key) : value;
    }

    /** The value, or null when none was given. */
    <T> @Nullable T find(Key<T> key) {
        Given found = given.get(key.name());
        return found == null ? null : read(key, found, found.raw());
    }

    /** The same for a value that may stand in a file of its own. */
    <T> @Nullable T find(Key.Hidden<T> key) {
        Given name = given.get(key.file().name());
        Path file = find(key.file());
        if (name == null || file == null) {
            return find(key.value());
        }
        if (has(key.value())) {
            problems.add(name.problem("is given together with " + key.value().name() + ".", ""));
            return null;
        }
        Raw content = content(resolve(file), name);
        return content == null ? null : read(key.value(), name, content);
    }

    /** The names of a list's entries, in the order in which they were first given. */
    List<String> entriesOf(String section) {
        return given.keySet().stream()
                .filter(name -> name.startsWith(section + "."))
                .map(name -> name.split("\\.")[1])
                .distinct()
                .toList();
    }

    boolean has(Key<?> key) {
        return given.containsKey(key.name());
    }

    boolean has(Key.Hidden<?> key) {
        return has(key.value()) || has(key.file());
    }

    Path resolve(Path path) {
        return directory.resolve(path).normalize();
    }

    /** Reports what only shows beside other values. */
    void refuse(Key<?> key, String what) {
        Given found = given.get(key.name());
        problems.add(
                found == null ? new Problem(key.name(), "", what, "") : found.problem(what, ""));
    }

    List<Problem> problems() {
        return problems;
    }

    private static <T> T standard(Key<T> key) {
        try {
            return key.kind().read(new Raw.Text(key.standard()));
        } catch (BadValue bad) {
            throw new IllegalStateException("The default of " + key.name(), bad);
        }
    }

    private <T> @Nullable T read(Key<T> key, Given from, Raw raw) {
        try {
            return key.kind().read(raw);
        } catch (BadValue bad) {
            problems.add(from.problem(bad.what(), key.kind().example()));
            return null;
        }
    }

    private @Nullable Raw content(Path file, Given from) {
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                problems.add(from.problem("the file " + file + " is empty.", ""));
                return null;
            }
            return text.contains("\n") ? new Raw.Items(text.lines().toList()) : new Raw.Text(text);
        } catch (IOException problem) {
            String why = problem.getClass().getSimpleName();
            problems.add(from.problem("the file " + file + " cannot be read (" + why + ").", ""));
            return null;
        }
    }
}
