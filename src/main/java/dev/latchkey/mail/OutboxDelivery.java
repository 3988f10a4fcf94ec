package dev.latchkey.mail;

import dev.latchkey.core.account.Email;
import dev.latchkey.files.PrivateFiles;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Writes letters to a folder, for a server without SMTP: {@code <time>-<id>.eml}, for their
 * reader's eyes only, whole or not at all. Nothing in them is encoded (RFC 6532) or wrapped, and
 * lines end as lines of files do, so that a link can be found with grep. A second delivery of the
 * same letter writes the same file again.
 */
public final class OutboxDelivery implements Delivery {
    static final String SUFFIX = ".eml";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final Pattern LETTER = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-.+\\.eml");

    private final Path folder;
    private final Sender from;

    public OutboxDelivery(Path folder, Sender from) {
        this.folder = folder;
        this.from = from;
    }

    @Override
    public void deliver(Letter letter) throws IOException {
        var to =
                Email.parse(letter.message().to())
                        .orElseThrow(() -> new Undeliverable("its recipient is no address"));
        var name = timeOf(letter.writtenAt()) + "-" + letter.id() + SUFFIX;
        PrivateFiles.in(folder).write(name, file(to, letter));
    }

    /** What a letter's file name begins with; names sort by it. */
    static String timeOf(Instant at) {
        return NAME.format(at);
    }

    /** Whether a file is one of those written here. */
    static boolean isLetter(Path file) {
        return LETTER.matcher(file.getFileName().toString()).matches();
    }

    private byte[] file(Email to, Letter letter) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            MimeForm.of(session(), from, to.text(), letter, "8bit").writeTo(bytes);
        } catch (MessagingException e) {
            throw new IOException("the letter cannot be written", e);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One whose headers are UTF-8, unencoded. */
    static Session session() {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }
}
