package dev.latchkey.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of this project as they lie in the folder. */
final class Sources {
    private Sources() {}

    static List<Path> all() {
        return Stream.of("src/main/java", "src/test/java", "bench")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(root -> below(root).stream())
                .toList();
    }

    static List<Path> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
