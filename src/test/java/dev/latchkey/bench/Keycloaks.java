package dev.latchkey.bench;

import dev.latchkey.testkit.Keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The distribution of Keycloak that {@code bench/run} unpacked, in a copy of its own that is built
 * for PostgreSQL once, as its handbook says for production.
 */
final class Keycloaks {
    private static final Path BUILT = Path.of(".tools/keycloak-bench");

    private Keycloaks() {}

    static Path built() throws IOException, InterruptedException {
        var unpacked = Keycloak.home();
        var home = BUILT.resolve(unpacked.getFileName()).toAbsolutePath();
        var marker = home.resolve("built-for-bench");
        if (!Files.exists(marker)) {
            Files.createDirectories(BUILT);
            run("cp", "-r", unpacked.toString(), BUILT.toString());
            run(home.resolve("bin/kc.sh").toString(), "build", "--db=postgres", "--cache=local");
            Files.createFile(marker);
        }
        return home;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var told = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(List.of(command) + " failed:\n" + told);
        }
    }
}
