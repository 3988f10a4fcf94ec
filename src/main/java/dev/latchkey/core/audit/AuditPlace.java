package dev.latchkey.core.audit;

import dev.latchkey.core.Uuids;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A place in the log, between two events: the older ones come behind it. */
public record AuditPlace(Instant at, UUID id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})-(.{36})");

    static AuditPlace of(AuditEvent event) {
        return new AuditPlace(event.at(), event.id());
    }

    /** As {@link #text} wrote it. */
    static Optional<AuditPlace> parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(Long.parseLong(found.group(1)));
        return Uuids.parse(found.group(2)).map(id -> new AuditPlace(at, id));
    }

    public String text() {
        return at.toEpochMilli() + "-" + id;
    }
}
