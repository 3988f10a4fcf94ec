package dev.latchkey.config;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A row of the table: one setting.
 *
 * @param name dotted, in lower case
 * @param standard the default as one would write it, empty where there is none
 * @param doc whole sentences for the sample and the handbook
 */
record Key<T>(String name, Kind<T> kind, String standard, String doc) {

    /** The environment variable that sets it, which wins over the file. */
    String variable() {
        return variable(name);
    }

    /** Whether it stands for one setting of each entry of a list, by a star in its name. */
    boolean isRepeated() {
        return name.contains(".*.");
    }

    /** The same setting of one entry. */
    Key<T> at(String entry) {
        return new Key<>(name.replace("*", entry), kind, standard, doc);
    }

    static String variable(String name) {
        return "LATCHKEY_"
                + name.toUpperCase(Locale.ROOT)
                        .replace('.', '_')
                        .replace('-', '_')
                        .replace("*", "<ID>");
    }

    /**
     * A setting whose value may stand in a file of its own, so that it need not be in the
     * configuration.
     *
     * @param value the setting itself
     * @param file names that file
     */
    record Hidden<T>(Key<T> value, Key<Path> file) {
        Hidden<T> at(String entry) {
            return new Hidden<>(value.at(entry), file.at(entry));
        }
    }
}
