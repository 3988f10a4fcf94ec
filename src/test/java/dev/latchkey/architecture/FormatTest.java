package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every file is as google-java-format (AOSP) writes it; {@code -Dformat.fix=true} writes it so. */
class FormatTest {
    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void every_file_is_formatted() throws IOException {
        List<Path> wrong = Sources.all().parallelStream().filter(this::isWrong).toList();

        if (Boolean.getBoolean("format.fix")) {
            for (Path file : wrong) {
                Files.writeString(file, formatted(Sources.text(file)));
            }
            return;
        }
        assertThat(wrong)
                .as(
                        "not as google-java-format writes it: mvn test -Dtest=FormatTest"
                                + " -Dformat.fix=true")
                .isEmpty();
    }

    @Test
    void a_file_that_is_not_formatted_is_found() {
        String crooked = "package x;\nimport java.util.List;\nclass A{ int x ;}\n";

        assertThat(formatted(crooked)).isEqualTo("package x;\n\nclass A {\n    int x;\n}\n");
    }

    private boolean isWrong(Path file) {
        String text = Sources.text(file);
        return !formatted(text).equals(text);
    }

    private String formatted(String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException problem) {
            throw new IllegalArgumentException(text.lines().findFirst().orElse(""), problem);
        }
    }
}
