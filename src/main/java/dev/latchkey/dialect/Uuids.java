package dev.latchkey.dialect;

import java.util.Optional;
import java.util.UUID;

/** Reads identifiers that clients send as text. */
public final class Uuids {
    private Uuids() {}

    /**
     * The UUID in its usual form of 36 characters, any case (RFC 9562, section 4); {@link
     * UUID#fromString} takes shorter ones too.
     */
    public static Optional<UUID> parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
