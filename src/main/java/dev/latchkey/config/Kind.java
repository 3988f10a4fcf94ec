package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;

/**
 * How a value is read, and how it is explained.
 *
 * @param name for the handbook, after "is": {@code a whole number from 1 to 10}
 * @param example for messages, as one would write it
 */
record Kind<T>(String name, String example, Reader<T> reader) {

    @FunctionalInterface
    interface Reader<T> {
        T read(Raw raw) throws BadValue;
    }

    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws BadValue;
    }

    /** A single value; surrounding blanks do not count. */
    static <T> Kind<T> of(String name, String example, Parser<T> parser) {
        return new Kind<>(
                name,
                example,
                raw ->
                        switch (raw) {
                            case Raw.Text text -> parser.parse(text.value().strip());
                            case Raw.Items _, Raw.Entries _ ->
                                    throw new BadValue("takes one value.");
                        });
    }

    T read(Raw raw) throws BadValue {
        return reader.read(raw);
    }

    /** The same with another example. */
    Kind<T> like(String other) {
        return new Kind<>(name, other, reader);
    }

    /** A list in the file, separated by commas where only one line is to be had. */
    Kind<List<T>> list() {
        return new Kind<>("a list: each " + name, example, this::readAll);
    }

    private List<T> readAll(Raw raw) throws BadValue {
        List<String> words =
                switch (raw) {
                    case Raw.Text text -> List.of(text.value().split(","));
                    case Raw.Items items -> items.values();
                    case Raw.Entries _ -> throw new BadValue("takes a list.");
                };
        List<T> values = new ArrayList<>();
        for (String word : words) {
            if (!word.isBlank()) {
                values.add(read(new Raw.Text(word)));
            }
        }
        return List.copyOf(values);
    }
}
