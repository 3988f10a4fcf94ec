package dev.latchkey.core.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences by their keys, in every language: properties files in UTF-8, {@code
 * words/<language>/<file>.properties} beside a class. A sentence has places for values: {@code
 * {0}}, {@code {1}}; nothing else is special in it.
 */
public final class Bundle {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Class<?> beside;
    private final List<String> files;
    private final Map<Language, Map<String, String>> sentences = new ConcurrentHashMap<>();

    private Bundle(Class<?> beside, List<String> files) {
        this.beside = beside;
        this.files = files;
    }

    /**
     * @param files each language's are read when somebody is first spoken to in it: a server that
     *     starts does not wait for them
     */
    public static Bundle of(Class<?> beside, List<String> files) {
        return new Bundle(beside, List.copyOf(files));
    }

    private Map<String, String> read(Language language) {
        Map<String, String> all = new HashMap<>();
        for (var file : files) {
            var path = "words/" + language.tag() + "/" + file + ".properties";
            load(beside, path).forEach((key, text) -> put(all, path, key, text));
        }
        return Map.copyOf(all);
    }

    private static Properties load(Class<?> beside, String path) {
        try (var in = beside.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing in this program");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, String> to, String path, Object key, Object text) {
        if (to.put(key.toString(), text.toString()) != null) {
            throw new IllegalStateException(path + " says again what is said already: " + key);
        }
    }

    public boolean has(Language language, String key) {
        return in(language).containsKey(key);
    }

    /** The sentence with its places unfilled. A key that nobody wrote down is a fault. */
    public String raw(Language language, String key) {
        var sentence = in(language).get(key);
        if (sentence == null) {
            throw new IllegalStateException("no sentence " + key + " in " + language.ownName());
        }
        return sentence;
    }

    /** The sentence with its values; these are text, never looked at for places in turn. */
    public String text(Language language, String key, Object... values) {
        return PLACE.matcher(raw(language, key))
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                String.valueOf(values[Integer.parseInt(place.group(1))])));
    }

    private Map<String, String> in(Language language) {
        return sentences.computeIfAbsent(language, this::read);
    }
}
