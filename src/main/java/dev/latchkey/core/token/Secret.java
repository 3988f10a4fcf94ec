package dev.latchkey.core.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An opaque token in the clear: prefix of its kind, 256 random bits and a checksum, all in
 * lower-case base 32 (RFC 4648), since some clients lower-case the header it travels in. The
 * checksum lets a scanner tell a real token from a look-alike, and lets us refuse a mistyped one
 * without a look at the database.
 */
public record Secret(String text) {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int RANDOM_CHARS = 52;
    private static final int CHECK_CHARS = 6;
    private static final int PREFIX_CHARS = 4;
    private static final int LENGTH = PREFIX_CHARS + RANDOM_CHARS + CHECK_CHARS;
    private static final int SHOWN_CHARS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random(SecretKind kind) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var text = new StringBuilder(LENGTH).append(kind.prefix());
        base32(bytes, text);
        return new Secret(text.append(checksum(text)).toString());
    }

    /** The secret, when the text has the shape of this kind and its checksum is right. */
    public static Optional<Secret> parse(SecretKind kind, String text) {
        var fits =
                text.length() == LENGTH
                        && text.startsWith(kind.prefix())
                        && text.endsWith(checksum(text.substring(0, LENGTH - CHECK_CHARS)));
        return fits ? Optional.of(new Secret(text)) : Optional.empty();
    }

    public TokenHash hash() {
        return TokenHash.of(text);
    }

    /**
     * The first characters, enough to tell tokens apart in a list and useless to guess the rest (60
     * of 256 bits).
     */
    public String shown() {
        return text.substring(0, SHOWN_CHARS);
    }

    private static void base32(byte[] bytes, StringBuilder to) {
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                to.append(ALPHABET[buffer >> bits & 31]);
            }
        }
        if (bits > 0) {
            to.append(ALPHABET[buffer << 5 - bits & 31]);
        }
    }

    private static String checksum(CharSequence text) {
        var crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        long value = crc.getValue();
        var check = new char[CHECK_CHARS];
        for (int i = 0; i < CHECK_CHARS; i++) {
            check[i] = ALPHABET[(int) (value >> 5 * i & 31)];
        }
        return new String(check);
    }

    /** Never the secret itself, so that no log line holds one. */
    @Override
    public String toString() {
        return shown() + "…";
    }
}
