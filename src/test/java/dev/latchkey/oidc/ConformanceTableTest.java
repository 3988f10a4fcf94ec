package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The table of modules names tests that there are. */
class ConformanceTableTest {
    private static final Path TABLE = Path.of("docs/openid-conformance.md");
    private static final Path TESTS = Path.of("src/test/java/dev/latchkey/oidc");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+?) \\|$");

    private static boolean isTest(String type, String method) throws IOException {
        var file = TESTS.resolve(type + ".java");
        return Files.exists(file)
                && Pattern.compile(
                                "(?s)@(Parameterized)?Test\\b(?:(?!\\bvoid\\b).)*?\\bvoid "
                                        + method
                                        + "\\(")
                        .matcher(Files.readString(file))
                        .find();
    }

    @Test
    void every_test_in_the_table_is_one() throws IOException {
        var named = NAMED.matcher(Files.readString(TABLE)).results().toList();

        assertThat(named).hasSizeGreaterThan(45);
        for (var name : named) {
            assertThat(isTest(name.group(1), name.group(2))).as(name.group()).isTrue();
        }
    }

    @Test
    void every_module_has_a_test_and_stands_there_once() throws IOException {
        var rows =
                ROW.matcher(Files.readString(TABLE))
                        .results()
                        .filter(row -> !row.group(1).equals("module"))
                        .filter(row -> !row.group(1).startsWith("-"))
                        .toList();

        assertThat(rows).allMatch(row -> NAMED.matcher(row.group(2)).matches());
        var modules = rows.stream().map(row -> row.group(1)).toList();
        assertThat(modules).doesNotHaveDuplicates();
        assertThat(modules.stream().filter(module -> module.startsWith("oidcc-")).toList())
                .hasSize(35 + 1 + 10 + 1);
    }

    @Test
    void a_test_that_there_is_not_is_noticed() throws IOException {
        assertThat(isTest("ConformanceTest", "no_such_test")).isFalse();
        assertThat(isTest("NoSuchTest", "start")).isFalse();
        assertThat(List.of(isTest("LogoutTest", "isSignedIn"))).containsExactly(false);
    }
}
