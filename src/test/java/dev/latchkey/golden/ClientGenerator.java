package dev.latchkey.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs openapi-generator-cli on a description, as a process on the Java that runs the tests. */
record ClientGenerator(Path jar) {

    /** The jar that the build puts beside the classes. */
    static ClientGenerator built() {
        var jar = Path.of("target", "tools", "openapi-generator-cli.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(
                    "The OpenAPI generator is missing. `mvn generate-test-resources` puts it at "
                            + jar
                            + ".");
        }
        return new ClientGenerator(jar);
    }

    GeneratedClient generate(String clientPackage, String description, Path folder)
            throws IOException, InterruptedException {
        var input = Files.writeString(folder.resolve("openapi.json"), description);
        var log = folder.resolve("generator.log");
        var process =
                new ProcessBuilder(
                                java(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString(),
                                "generate",
                                "-g",
                                "python",
                                "--package-name",
                                clientPackage,
                                "-i",
                                input.toString(),
                                "-o",
                                folder.resolve("client").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The OpenAPI generator did not end within 2 minutes.");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    "The OpenAPI generator refused the description:\n" + Files.readString(log));
        }
        return new GeneratedClient(folder.resolve("client").resolve("docs"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
