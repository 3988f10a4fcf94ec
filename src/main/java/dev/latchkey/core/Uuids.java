package dev.latchkey.core;

import java.util.Optional;
import java.util.UUID;

/** Reads identifiers that come from outside as text. */
public final class Uuids {
    /** The Nil UUID (RFC 9562, section 5.9): nothing has it. */
    public static final UUID NIL = new UUID(0, 0);

    private Uuids() {}

    /**
     * The UUID in its usual form of 36 characters, any case (RFC 9562, section 4). {@link
     * UUID#fromString} alone takes {@code 1-1-1-1-1} too, which may be a slug.
     */
    public static Optional<UUID> parse(String text) {
        try {
            var uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
