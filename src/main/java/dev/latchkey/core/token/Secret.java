package dev.latchkey.core.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An opaque token in the clear: prefix of its kind, 256 random bits and a checksum, all in
 * lower-case base 32 (RFC 4648), since some clients lower-case the header it travels in. The
 * checksum lets a scanner tell a real token from a look-alike, and lets us refuse a mistyped one
 * without a look at the database. A refresh token also names its family, before its random bits.
 */
public record Secret(String text) {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_CHARS = 52;
    private static final int CHECK_CHARS = 6;
    private static final int PREFIX_CHARS = 4;
    private static final int SHOWN_CHARS = 16;

    /** Families that are alike by chance lie beside each other, and nothing else comes of it. */
    private static final int FAMILY_BYTES = 5;

    private static final int FAMILY_CHARS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random(SecretKind kind) {
        var begin = new StringBuilder(kind.prefix());
        if (kind.hasFamilies()) {
            random(FAMILY_BYTES, begin);
        }
        return completed(begin);
    }

    /**
     * The next of this refresh token's family: another 256 random bits. Who knows the one cannot
     * guess the other.
     */
    public Secret successor() {
        return completed(new StringBuilder(family()));
    }

    private static Secret completed(StringBuilder begin) {
        random(RANDOM_BYTES, begin);
        return new Secret(begin.append(checksum(begin)).toString());
    }

    private static void random(int count, StringBuilder to) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        base32(bytes, to);
    }

    /** The secret, when the text has the shape of this kind and its checksum is right. */
    public static Optional<Secret> parse(SecretKind kind, String text) {
        var checked = PREFIX_CHARS + (kind.hasFamilies() ? FAMILY_CHARS : 0) + RANDOM_CHARS;
        var fits =
                text.length() == checked + CHECK_CHARS
                        && text.startsWith(kind.prefix())
                        && text.endsWith(checksum(text.substring(0, checked)));
        return fits ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /**
     * What the store keeps of it: SHA-256. A refresh token's begins with 64 bits of its family's,
     * so that it lies beside its successor: in a large store a refresh then reads and writes one
     * page of the table rather than two.
     */
    public TokenHash hash() {
        var whole = TokenHash.of(text);
        return text.startsWith(SecretKind.REFRESH_TOKEN.prefix())
                ? whole.among(TokenHash.of(family()))
                : whole;
    }

    private String family() {
        return text.substring(0, PREFIX_CHARS + FAMILY_CHARS);
    }

    /**
     * The first characters, enough to tell tokens apart in a list and useless to guess the rest (at
     * most 60 of 256 bits).
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
