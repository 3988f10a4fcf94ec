package dev.latchkey.golden;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The page of statuses says what the founding documents say, and names tests that are there. */
class StatusTableTest {
    private static final Path PAGE = Path.of("docs/statuses.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern ROW =
            Pattern.compile("\\| (\\w+) \\| `(\\w+)` \\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\|");
    private static final Pattern OPERATION = Pattern.compile("# \\*\\*(\\w+)\\*\\*");
    private static final Pattern STATUS = Pattern.compile("\\*\\*(\\d+)\\*\\* \\|.*");

    @Test
    void every_documented_status_has_a_row() throws IOException {
        List<String> documented = new ArrayList<>();
        for (var api : List.of("trieve", "nuextract", "semaphore", "aivo", "nap")) {
            documented.addAll(statusesOf(api));
        }

        assertThat(documented).hasSize(70);
        assertThat(
                        rows().stream()
                                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                                .toList())
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void every_row_names_a_test_that_is_there() throws IOException {
        for (var row : rows()) {
            assertThat(hasTest(row.group(4), row.group(5))).as(row.group()).isTrue();
        }
    }

    private static List<String> statusesOf(String api) throws IOException {
        List<String> found = new ArrayList<>();
        var operation = "";
        for (var line :
                Files.readAllLines(Path.of("src/test/resources/golden", api + ".seed.md"))) {
            var heading = OPERATION.matcher(line);
            var status = STATUS.matcher(line);
            if (heading.matches()) {
                operation = heading.group(1);
            } else if (status.matches()) {
                found.add(api + " " + operation + " " + status.group(1));
            }
        }
        return found;
    }

    private static List<java.util.regex.MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().toList();
    }

    private static boolean hasTest(String type, String method) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var file =
                    files.filter(path -> path.getFileName().toString().equals(type + ".java"))
                            .findFirst();
            return file.isPresent() && Files.readString(file.get()).contains(" " + method + "(");
        }
    }
}
