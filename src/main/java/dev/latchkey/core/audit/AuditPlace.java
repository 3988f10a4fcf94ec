package dev.latchkey.core.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A place in the log, between two events: the older ones come behind it. */
public record AuditPlace(Instant at, UUID id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})-([0-9a-f-]{36})");

    static AuditPlace of(AuditEvent event) {
        return new AuditPlace(event.at(), event.id());
    }

    /** As {@link #text} wrote it. */
    static Optional<AuditPlace> parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var at = Instant.ofEpochMilli(Long.parseLong(found.group(1)));
            return Optional.of(new AuditPlace(at, UUID.fromString(found.group(2))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public String text() {
        return at.toEpochMilli() + "-" + id;
    }
}
