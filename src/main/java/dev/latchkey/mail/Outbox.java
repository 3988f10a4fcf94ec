package dev.latchkey.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@link OutboxDelivery} wrote, for the page that shows it. */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /**
     * A letter that was written.
     *
     * @param date as its header says it
     */
    public record Written(String to, String subject, String date, String text) {}

    /** How long a letter stays, and how many do. */
    static final Duration KEPT = Duration.ofDays(30);

    static final int MOST = 10_000;

    private final Path folder;

    public Outbox(Path folder) {
        this.folder = folder;
    }

    /**
     * Removes what is older than {@link #KEPT}, and of the rest what is older than the newest
     * {@link #MOST}. Touches nothing but letters.
     */
    public void clean(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            var oldest = OutboxDelivery.timeOf(now.minus(KEPT));
            var kept = new AtomicInteger();
            files.filter(OutboxDelivery::isLetter)
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .filter(file ->
                            kept.incrementAndGet() > MOST
                                    || file.getFileName().toString().compareTo(oldest) < 0)
                    .forEach(Outbox::remove);
        } catch (IOException e) {
            LOG.warn("{} cannot be cleaned: {}", folder, e.getMessage());
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", file, e.getMessage());
        }
    }

    /** The newest first, {@code limit} at the most. */
    public List<Written> newest(int limit) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(OutboxDelivery.SUFFIX))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .limit(limit)
                    .flatMap(file -> read(file).stream())
                    .toList();
        }
    }

    /** A file that somebody removes meanwhile, or put there broken, is left out. */
    private static Optional<Written> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(OutboxDelivery.session(), in);
            return Optional.of(
                    new Written(
                            header(message.getHeader("To", ", ")),
                            header(message.getSubject()),
                            header(message.getHeader("Date", ", ")),
                            message.getContent().toString()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | MessagingException e) {
            LOG.warn("{} cannot be read as a message: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static String header(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
