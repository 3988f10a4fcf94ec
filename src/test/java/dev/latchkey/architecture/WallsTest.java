package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class WallsTest {
    private static final String HOUSE = "dev.latchkey";
    private static final String CROOKED = "dev.latchkey.architecture.crooked";

    private static final JavaClasses HOUSE_CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final JavaClasses CROOKED_CLASSES =
            new ClassFileImporter()
                    .importPath(Path.of("target", "test-classes", CROOKED.replace('.', '/')));

    static Stream<ArchRule> straight() {
        return new Walls(HOUSE).rules().stream();
    }

    static Stream<ArchRule> crooked() {
        return new Walls(CROOKED).rules().stream();
    }

    @ParameterizedTest
    @MethodSource("straight")
    void the_walls_stand(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("crooked")
    void a_hole_in_any_wall_is_found(ArchRule rule) {
        assertThat(rule.evaluate(CROOKED_CLASSES).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void every_package_says_what_it_owns_and_that_nothing_is_null() {
        List<Path> silent =
                Sources.all().stream()
                        .filter(file -> file.startsWith("src"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !isIntroduced(folder.resolve("package-info.java")))
                        .toList();

        assertThat(silent)
                .as("packages without a package-info.java with words and @NullMarked")
                .isEmpty();
    }

    @Test
    void a_package_that_says_nothing_is_found() {
        assertThat(isIntroduced(Path.of("src/test/java/package-info.java"))).isFalse();
    }

    private static boolean isIntroduced(Path file) {
        return Files.exists(file)
                && Sources.text(file).matches("(?s)/\\*\\*.*\\*/\\s*@NullMarked.*");
    }
}
