package dev.latchkey.mail;

import dev.latchkey.core.mail.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Writes messages to a folder, for a server without SMTP. Bodies stay unencoded, so that a link can be found with grep. */
public final class OutboxDelivery implements Delivery {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;

    public OutboxDelivery(Path folder) {
        this.folder = folder;
    }

    @Override
    public void deliver(Message message, Instant at) throws IOException {
        Files.createDirectories(folder);
        var text = "To: %s\r\nSubject: %s\r\nDate: %s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s"
                .formatted(
                        message.to(),
                        message.subject(),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
                        message.text());
        var name = NAME.format(at) + "-" + UUID.randomUUID() + ".eml";
        var temporary = Files.writeString(folder.resolve("." + name), text, StandardCharsets.UTF_8);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
