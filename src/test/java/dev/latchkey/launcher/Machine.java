package dev.latchkey.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with a clone in which nothing is real but the script, and programs that only say what
 * they were told.
 */
final class Machine {
    private static final String JAVA =
            """
            #!/bin/sh
            echo "java %s in $PWD"
            for word in "$@"; do
              echo "$word"
              case $word in -XX:AOTCacheOutput=*) touch "${word#*=}" ;; esac
            done
            """;

    private static final String MAVEN =
            """
            #!/bin/sh
            echo built >>built.txt
            sleep 0.3
            touch target/latchkey.jar
            """;

    /** What a run of the script came to. */
    record Outcome(int code, List<String> words, String errors) {}

    final Path clone;
    private final Path folder;
    final Map<String, String> environment = new HashMap<>();

    Machine(Path folder) throws IOException {
        this.folder = folder;
        clone = Files.createDirectories(folder.resolve("clone"));
        Files.createDirectories(clone.resolve("src/main"));
        Files.writeString(clone.resolve("pom.xml"), "");
        program(clone.resolve("latchkey"), Files.readString(Path.of("latchkey")));
        environment.put("PATH", tools() + ":/usr/bin:/bin");
        environment.put("HOME", folder.toString());
    }

    /** A Java of that version; returns its folder. */
    Path java(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        program(home.resolve("bin/java"), JAVA.formatted(version));
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A jar that is newer than its sources, as mvn makes it. */
    void built() throws IOException {
        var target = Files.createDirectories(clone.resolve("target"));
        age(clone.resolve("src/main"), 120);
        age(clone.resolve("pom.xml"), 120);
        age(Files.writeString(target.resolve("latchkey.jar"), ""), 60);
    }

    private static void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    /** How often the pretended Maven ran. */
    int builds() throws IOException {
        Path record = clone.resolve("built.txt");
        return Files.exists(record) ? Files.readAllLines(record).size() : 0;
    }

    Process start(Path script, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome outcome(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), words.lines().toList(), errors);
    }

    Outcome run(String... words) throws IOException, InterruptedException {
        return outcome(start(clone.resolve("latchkey"), words));
    }

    private Path tools() throws IOException {
        Path tools = folder.resolve("tools");
        program(tools.resolve("mvn"), MAVEN);
        return tools;
    }

    static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
