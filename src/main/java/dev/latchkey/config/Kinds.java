package dev.latchkey.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of values that know nothing of networks. */
final class Kinds {
    private Kinds() {}

    static Kind<Integer> number(int from, int to) {
        String name = "a whole number from " + from + " to " + to;
        return Kind.of(name, String.valueOf(from), text -> number(text, from, to, name));
    }

    static Kind<Integer> port() {
        String name = "a port from 0 to 65535 (0: any free one)";
        return Kind.of(name, "8080", text -> number(text, 0, 65535, name));
    }

    private static Integer number(String text, int from, int to, String name) throws BadValue {
        BadValue bad = BadValue.of(text, "is not " + name + ".");
        if (!text.matches("-?[0-9]{1,9}")) {
            throw bad;
        }
        int value = Integer.parseInt(text);
        if (value < from || value > to) {
            throw bad;
        }
        return value;
    }

    static Kind<Boolean> yesNo() {
        return Kind.of(
                "true or false",
                "true",
                text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "true", "yes", "on", "1" -> true;
                            case "false", "no", "off", "0" -> false;
                            default -> throw BadValue.of(text, "is neither true nor false.");
                        });
    }

    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        List<E> values = Arrays.asList(type.getEnumConstants());
        String names = values.stream().map(Kinds::word).collect(Collectors.joining(", "));
        return Kind.of(
                "one of " + names,
                word(values.getFirst()),
                text ->
                        values.stream()
                                .filter(value -> word(value).equalsIgnoreCase(text))
                                .findFirst()
                                .orElseThrow(
                                        () -> BadValue.of(text, "is not one of " + names + ".")));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind<Duration> duration(Duration from, Duration to) {
        String name = "a time from " + Durations.words(from) + " to " + Durations.words(to);
        return Kind.of(
                name,
                Durations.words(to),
                text -> {
                    Duration value = Durations.parse(text);
                    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
                        throw BadValue.of(text, "is not " + name + ".");
                    }
                    return value;
                });
    }

    static Kind<Instant> instant(Instant from, Instant to) {
        String name = "an instant in UTC from " + from + " to " + to;
        return Kind.of(
                name,
                to.toString(),
                text -> {
                    try {
                        Instant value = Instant.parse(text);
                        if (!value.isBefore(from) && !value.isAfter(to)) {
                            return value;
                        }
                    } catch (DateTimeParseException _) {
                        // told below, in the same words
                    }
                    throw BadValue.of(text, "is not " + name + ".");
                });
    }

    static Kind<Path> path() {
        return Kind.of(
                "a path (relative: to the folder the server is started in)",
                "./data",
                text -> {
                    try {
                        return Path.of(text);
                    } catch (InvalidPathException _) {
                        throw BadValue.of(text, "is not a path on this system.");
                    }
                });
    }

    static Kind<String> text() {
        return Kind.of("text", "latchkey", text -> text);
    }

    /** One line of text that people read. */
    static Kind<String> line(int longest) {
        String name = "1 to " + longest + " characters on one line";
        return Kind.of(
                name,
                "Example",
                text -> {
                    if (text.isBlank()
                            || text.length() > longest
                            || text.chars().anyMatch(Character::isISOControl)) {
                        throw BadValue.of(text, "is not " + name + ".");
                    }
                    return text;
                });
    }

    /** Red, green and blue as CSS writes them. */
    static Kind<String> colour() {
        String name = "a colour like #2f5d50";
        return Kind.of(
                name,
                "#2f5d50",
                text -> {
                    if (!text.matches("#[0-9a-fA-F]{6}")) {
                        throw BadValue.of(text, "is not " + name + ".");
                    }
                    return text;
                });
    }

    static Kind<String> word(int longest) {
        return matching(
                "a word of letters, digits and dashes", "key", "[A-Za-z0-9-]{1," + longest + "}");
    }

    static Kind<String> providerId() {
        return matching(
                "a word of small letters, digits and dashes",
                "keycloak",
                "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    }

    static Kind<String> scope() {
        return matching("a scope", "email", "[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    static Kind<String> color() {
        return matching(
                "a colour as #rrggbb or by its name", "steelblue", "#[0-9A-Fa-f]{6}|[a-z]{3,20}");
    }

    private static Kind<String> matching(String name, String example, String pattern) {
        return Kind.of(
                name,
                example,
                text -> {
                    if (!text.matches(pattern)) {
                        throw BadValue.of(text, "is not " + name + ".");
                    }
                    return text;
                });
    }

    static Kind<SecretText> secret() {
        return Kind.of("a secret", "...", SecretText::new);
    }

    static Kind<SecretText> secretKey() {
        String name = "32 bytes in base64 (openssl rand -base64 32)";
        return Kind.of(
                name,
                "$(openssl rand -base64 32)",
                text -> {
                    try {
                        if (Base64.getDecoder().decode(text).length == 32) {
                            return new SecretText(text);
                        }
                    } catch (IllegalArgumentException _) {
                        // told below, in the same words
                    }
                    throw new BadValue("is not " + name + ".");
                });
    }

    /** Pairs: a mapping in the file, {@code key=value,key=value} on one line. */
    static <K> Kind<Map<K, String>> pairs(Kind<K> keys, Kind<String> values) {
        String example = keys.example() + "=" + values.example();
        return new Kind<>(
                "pairs: " + keys.name() + " = " + values.name(),
                example,
                raw -> {
                    Map<K, String> pairs = new LinkedHashMap<>();
                    for (Map.Entry<String, String> pair : entries(raw).entrySet()) {
                        pairs.put(
                                keys.read(new Raw.Text(pair.getKey())),
                                values.read(new Raw.Text(pair.getValue())));
                    }
                    return pairs;
                });
    }

    private static Map<String, String> entries(Raw raw) throws BadValue {
        return switch (raw) {
            case Raw.Entries entries -> entries.values();
            case Raw.Text text -> split(List.of(text.value().split(",")));
            case Raw.Items items -> split(items.values());
        };
    }

    private static Map<String, String> split(List<String> words) throws BadValue {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign < 0) {
                throw BadValue.of(word.strip(), "is not a pair like key=value.");
            }
            pairs.put(word.substring(0, sign), word.substring(sign + 1));
        }
        return pairs;
    }
}
