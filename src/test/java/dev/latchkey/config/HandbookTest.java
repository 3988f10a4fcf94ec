package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class HandbookTest {
    private final Handbook handbook = new Handbook();

    @TempDir Path folder;

    @Test
    void the_sample_is_written_from_the_table() throws IOException {
        assertSame(Path.of("latchkey.sample.yaml"), handbook.sample());
    }

    @Test
    void the_page_is_written_from_the_table() throws IOException {
        assertSame(Path.of("docs/configuration.md"), handbook.page());
    }

    @Test
    void the_sample_as_it_stands_changes_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("latchkey.yaml"), handbook.sample());

        Config config = new ConfigLoader(Map.of(), folder).load(file);

        assertThat(config).isEqualTo(new ConfigLoader(Map.of(), folder).load(null));
    }

    @Test
    void every_line_of_the_sample_can_be_uncommented() throws IOException {
        Path file = folder.resolve("all.yaml");
        Files.writeString(
                file,
                handbook.sample()
                        .lines()
                        .filter(line -> line.matches("#( {2})*[^# ].*") && !line.contains("-file:"))
                        .map(line -> line.substring(1))
                        .filter(line -> !line.startsWith(" ") || !line.contains("$("))
                        .collect(Collectors.joining("\n")));
        Map<String, Given> given = new HashMap<>();
        List<Key<?>> keys = new Schema().keys();

        List<Problem> problems = new YamlFile(file, keys).read(given);

        assertThat(problems).isEmpty();
        assertThat(given).hasSizeGreaterThan(50);
    }

    @Test
    void no_two_settings_share_a_variable() {
        assertThat(new Schema().keys()).extracting(Key::variable).doesNotHaveDuplicates();
    }

    private static void assertSame(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("handbook.fix")) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("differs from the table of settings: run with -Dhandbook.fix=true")
                .hasContent(expected);
    }
}
