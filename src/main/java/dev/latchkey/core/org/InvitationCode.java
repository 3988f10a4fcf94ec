package dev.latchkey.core.org;

import dev.latchkey.core.Uuids;
import dev.latchkey.core.token.TokenHash;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret of an invitation: a random UUID (version 4, 122 random bits), since some clients take
 * no other form.
 */
public record InvitationCode(UUID value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static InvitationCode random() {
        long high = RANDOM.nextLong() & ~0xF000L | 0x4000L;
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new InvitationCode(new UUID(high, low));
    }

    public static Optional<InvitationCode> parse(String text) {
        return Uuids.parse(text).map(InvitationCode::new);
    }

    public TokenHash hash() {
        return TokenHash.of(value.toString());
    }

    public String text() {
        return value.toString();
    }

    /** Never the secret itself, so that no log line holds one. */
    @Override
    public String toString() {
        return "an invitation code";
    }
}
