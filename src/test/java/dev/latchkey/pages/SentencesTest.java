package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Whether everything is said in every language. */
class SentencesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/latchkey");
    private static final List<Path> WORDS =
            List.of(RESOURCES.resolve("pages/words"), RESOURCES.resolve("core/mail/words"));
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern SAID = Pattern.compile("on\\.(?:t|with)\\(\"([^\"]+)\"");

    @Test
    void every_language_says_the_same_with_the_same_places() {
        for (var words : WORDS) {
            var english = sentences(words.resolve("en"));
            var german = sentences(words.resolve("de"));

            assertThat(german.keySet()).isEqualTo(english.keySet());
            english.forEach((key, text) ->
                    assertThat(places(german.get(key))).as(key).isEqualTo(places(text)));
        }
    }

    @Test
    void every_sentence_of_a_template_is_written_down() throws IOException {
        var known = sentences(WORDS.getFirst().resolve("en")).keySet();
        try (var templates = Files.list(Path.of("src/main/jte"))) {
            templates
                    .filter(file -> file.toString().endsWith(".jte"))
                    .forEach(file ->
                            assertThat(known)
                                    .as(file.toString())
                                    .containsAll(
                                            SAID.matcher(read(file))
                                                    .results()
                                                    .map(found -> found.group(1))
                                                    .toList()));
        }
    }

    private static TreeSet<String> places(String text) {
        return new TreeSet<>(PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    private static Map<String, String> sentences(Path folder) {
        Map<String, String> all = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> all.put(key.toString(), text.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
