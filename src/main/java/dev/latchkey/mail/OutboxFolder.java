package dev.latchkey.mail;

import dev.latchkey.core.mail.Message;
import dev.latchkey.core.mail.Outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** Reads back what {@link OutboxDelivery} wrote; its file names sort by time. */
public final class OutboxFolder implements Outbox {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Path folder;

    public OutboxFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Letter> latest(int limit) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(OutboxFolder::isLetter)
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .limit(limit)
                    .map(OutboxFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLetter(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".eml") && !name.startsWith(".");
    }

    private static Letter read(Path file) {
        try {
            var text = Files.readString(file);
            var end = text.indexOf(END_OF_HEAD);
            var head = text.substring(0, end);
            var date =
                    ZonedDateTime.parse(header(head, "Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
            var message =
                    new Message(
                            header(head, "To"),
                            header(head, "Subject"),
                            text.substring(end + END_OF_HEAD.length()));
            return new Letter(date.toInstant(), message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
