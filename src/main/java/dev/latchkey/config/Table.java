package dev.latchkey.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All settings in the order of the handbook. The sections fill it, then loader, sample and handbook
 * read it.
 */
final class Table {
    private final List<Key<?>> keys = new ArrayList<>();

    /** A setting that always has a value. */
    <T> Key<T> key(String name, Kind<T> kind, String standard, String doc) {
        Key<T> key = new Key<>(name, kind, standard, doc.strip());
        keys.add(key);
        return key;
    }

    /** A setting that may be missing. */
    <T> Key<T> optional(String name, Kind<T> kind, String doc) {
        return key(name, kind, "", doc);
    }

    /** A secret that may be missing, and its twin that names a file. */
    <T> Key.Hidden<T> hidden(String name, Kind<T> kind, String doc) {
        Key<T> value = optional(name, kind, doc);
        Key<Path> file =
                optional(
                        name + "-file",
                        Kinds.path().like("/run/secrets/" + name),
                        "A file that holds `" + name + "`, instead of it.");
        return new Key.Hidden<>(value, file);
    }

    List<Key<?>> keys() {
        return Collections.unmodifiableList(keys);
    }
}
