package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Files and methods stay small. The figures are written to {@code target/sizes-*.txt}. */
class SizesTest {
    private static final Path MAIN = Path.of("src/main/java");

    /** How many lines something has. */
    record Size(String name, int lines) {}

    @Test
    void files_are_small() throws IOException {
        List<Size> files =
                Sources.below(MAIN).stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        // The one page that builds every use case: it only gets longer.
                        .filter(file -> !file.endsWith("dev/latchkey/Core.java"))
                        .map(SizesTest::size)
                        .toList();

        report("files", files);

        assertThat(over(files, 300)).as("files of more than 300 lines").isEmpty();
        assertThat(percentile(files, 90))
                .as("90th percentile of the lines of a file")
                .isLessThan(181);
    }

    @Test
    void methods_are_small() throws IOException {
        List<Size> methods = Methods.of(Sources.below(MAIN).stream().map(Sources::text).toList());

        report("methods", methods);

        // Constructors may wire for long: they do not branch. A switch over every refusal is long
        // too.
        assertThat(over(methods, 90).stream().filter(method -> !method.name().endsWith("<init>")))
                .as("methods of more than 90 lines")
                .isEmpty();
        assertThat(percentile(methods, 90))
                .as("90th percentile of the lines of a method")
                .isLessThan(21);
    }

    @Test
    void what_is_large_is_found() {
        List<Size> sizes = List.of(new Size("small", 10), new Size("large", 301));

        assertThat(over(sizes, 300)).containsExactly(new Size("large", 301));
        assertThat(percentile(sizes, 90)).isEqualTo(301);
        assertThat(Methods.of(List.of("class A {\n  void a() {\n    a();\n  }\n}\n")))
                .containsExactly(new Size("A.a", 3));
    }

    private static Size size(Path file) {
        int lines = (int) Sources.text(file).lines().count();
        return new Size(MAIN.relativize(file).toString(), lines);
    }

    private static List<Size> over(List<Size> sizes, int bound) {
        return sizes.stream().filter(size -> size.lines() > bound).toList();
    }

    private static int percentile(List<Size> sizes, int percent) {
        List<Integer> sorted = sizes.stream().map(Size::lines).sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void report(String what, List<Size> sizes) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(
                "%d %s, lines: median %d, 90th percentile %d%n"
                        .formatted(
                                sizes.size(), what, percentile(sizes, 50), percentile(sizes, 90)));
        sizes.stream()
                .sorted(Comparator.comparingInt(Size::lines).reversed())
                .limit(20)
                .forEach(size ->
                        text.append(size.lines()).append(' ').append(size.name()).append('\n'));
        Files.writeString(Path.of("target", "sizes-" + what + ".txt"), text);
    }
}
