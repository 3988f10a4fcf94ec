package dev.latchkey.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The messages that a server without SMTP wrote. */
public record Outbox(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** All messages to an address, oldest first. */
    public List<String> to(String address) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Outbox::read)
                    .filter(text -> text.contains("To: " + address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first group of {@code pattern} in the newest message to an address, as soon as there is
     * one.
     */
    public String find(String address, String pattern) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (var text : to(address).reversed()) {
                var match = Pattern.compile(pattern).matcher(text);
                if (match.find()) {
                    return match.group(1);
                }
            }
            pause();
        }
        throw new AssertionError(
                "no message to " + address + " holds " + pattern + " in " + folder);
    }

    /** The token of the newest verification mail. */
    public String verificationToken(String address) {
        return find(address, "verify-email\\?token=(\\S+)");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
