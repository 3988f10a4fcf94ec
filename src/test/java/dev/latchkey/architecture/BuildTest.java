package dev.latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The canary of Error Prone and NullAway: our own pom.xml, around a source that both refuse. */
class BuildTest {
    private static final String CROOKED =
            """
            package dev.latchkey;

            import org.jspecify.annotations.NullMarked;

            @NullMarked
            final class Crooked {
                String absent() {
                    return null;
                }

                void lost(String text) {
                    text.strip();
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void a_null_and_a_lost_result_fail_the_build() throws Exception {
        Files.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        write("src/main/jte/.jteroot", "");
        write("src/main/java/dev/latchkey/Crooked.java", CROOKED);

        String words = compile();

        assertThat(words).contains("BUILD FAILURE");
        assertThat(words).contains("[NullAway] returning @Nullable expression");
        assertThat(words).contains("[ReturnValueIgnored]");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /**
     * Runs the Maven that runs this test, offline: what it needs was there for the build around it.
     */
    private String compile() throws IOException, InterruptedException {
        String home = System.getProperty("maven.home");
        assertThat(home).as("this test runs below Maven, which tells it where it is").isNotNull();
        List<String> command =
                List.of(
                        home + "/bin/mvn",
                        "-B",
                        "-o",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "compile");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.redirectErrorStream(true).start();
        maven.getOutputStream().close();
        String words = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        maven.waitFor();
        return words;
    }
}
