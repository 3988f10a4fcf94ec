package dev.latchkey.core.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of a secret: all that the database ever holds of it. Four words, so that it is a cheap
 * key.
 */
public record TokenHash(long a, long b, long c, long d) {
    private static final int BYTES = 32;
    private static final ThreadLocal<MessageDigest> DIGESTS =
            ThreadLocal.withInitial(TokenHash::sha256);

    public static TokenHash of(String secret) {
        return of(DIGESTS.get().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** From the 32 bytes that {@link #bytes} gave. */
    public static TokenHash of(byte[] bytes) {
        var words = ByteBuffer.wrap(bytes);
        return new TokenHash(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /**
     * Begins with 64 bits of the family's. The 192 that are left of its own are beyond guessing.
     */
    TokenHash among(TokenHash family) {
        return new TokenHash(family.a, b, c, d);
    }

    /** Whether both are of tokens of one family, which only tokens can be that name one. */
    public boolean isAmong(TokenHash another) {
        return a == another.a;
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
