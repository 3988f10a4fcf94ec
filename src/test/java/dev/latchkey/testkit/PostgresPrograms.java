package dev.latchkey.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds PostgreSQL's programs, and whom to run them as: its server refuses to run as root. */
final class PostgresPrograms {
    private static final int OLDEST = 15;

    private PostgresPrograms() {}

    /** The folder with initdb and pg_ctl, of the newest version there is. */
    static Path folder() {
        return candidates()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> version(folder) >= OLDEST)
                .max(Comparator.comparingInt(PostgresPrograms::version))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "This test needs PostgreSQL 15 or later (initdb and pg_ctl, in"
                                    + " /usr/lib/postgresql/*/bin or on the PATH). On Debian:"
                                    + " apt-get install postgresql; or run ./check, which installs"
                                    + " it."));
    }

    private static Stream<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            } catch (IOException problem) {
                throw new IllegalStateException("Cannot look into " + debian, problem);
            }
        }
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        return folders.stream();
    }

    private static int version(Path folder) {
        String words = output(List.of(folder.resolve("initdb").toString(), "--version"));
        return Integer.parseInt(words.replaceAll("(?s)\\D*(\\d+).*", "$1"));
    }

    /** What goes before a command, so that it runs as somebody who is not root. */
    static List<String> unprivileged() {
        if (!output(List.of("id", "-u")).strip().equals("0")) {
            return List.of();
        }
        if (output(List.of("id", "-u", "postgres")).isBlank()) {
            throw new IllegalStateException(
                    "PostgreSQL's server does not run as root, and there is no user named postgres"
                            + " to run it as: install PostgreSQL from packages, or run the tests as"
                            + " another user.");
        }
        return List.of("runuser", "-u", "postgres", "--");
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException("Cannot run " + command, problem);
        }
    }
}
