package dev.latchkey.testkit;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import javax.tools.ToolProvider;

/**
 * Somebody's application, with Spring Security's OAuth client: {@code src/test/spring/Sample.java},
 * compiled by this JDK and run as a process of its own.
 */
public final class SpringSample implements AutoCloseable {
    public static final Path SOURCE = Path.of("src/test/spring/Sample.java");
    private static final Path LIBRARIES = Path.of(".tools/spring");
    private static final Path CLASSES = Path.of("target/spring-sample");

    private final OtherProcess process;

    private SpringSample(OtherProcess process) {
        this.process = process;
    }

    /** Where one may start: it has to be registered before it runs, since it asks at once. */
    public static URI free() {
        return URI.create("http://localhost:" + OtherProcess.freePort());
    }

    public static SpringSample start(URI at, URI issuer, String clientId, String secret) {
        var classPath = CLASSES + File.pathSeparator + compile();
        var registration = "--spring.security.oauth2.client.registration.latchkey.";
        var process =
                OtherProcess.start(
                        "spring-sample",
                        Map.of(),
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "sample.Sample",
                        "--server.port=" + at.getPort(),
                        "--spring.security.oauth2.client.provider.latchkey.issuer-uri=" + issuer,
                        registration + "client-id=" + clientId,
                        registration + "client-secret=" + secret,
                        registration + "scope=openid,profile,email");
        process.awaitAnswer(at + "/");
        return new SpringSample(process);
    }

    /** Gives the libraries that it was compiled against. */
    private static String compile() {
        var libraries = libraries();
        var words = new ByteArrayOutputStream();
        var status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                words,
                                words,
                                "-parameters",
                                "-proc:none",
                                "-cp",
                                libraries,
                                "-d",
                                CLASSES.toString(),
                                SOURCE.toString());
        if (status != 0) {
            throw new AssertionError(words.toString(StandardCharsets.UTF_8));
        }
        return libraries;
    }

    private static String libraries() {
        try (var files = Files.list(LIBRARIES)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new AssertionError(
                    "Spring Boot is missing in " + LIBRARIES + ": run src/test/spring/install.", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
