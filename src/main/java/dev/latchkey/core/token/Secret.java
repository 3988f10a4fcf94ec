package dev.latchkey.core.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * An opaque token in the clear: prefix of its kind, 256 random bits and a checksum, all in
 * lower-case base 32 (RFC 4648), since some clients lower-case the header it travels in. The
 * checksum lets a scanner tell a real token from a look-alike, and lets us refuse a mistyped one
 * without a look at the database. One that belongs to a session names it before its random bits,
 * and a refresh token its family too: so the store finds both where it finds the session.
 */
public record Secret(String text) {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_CHARS = 52;
    private static final int CHECK_CHARS = 6;
    private static final int PREFIX_CHARS = 4;
    private static final int SHOWN_CHARS = 16;

    private static final int OWNER_CHARS = 26;

    /** Who has seen the name of a session still cannot guess that of a family of its tokens. */
    private static final int FAMILY_BYTES = 10;

    private static final int FAMILY_CHARS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** For the kinds that stand alone. */
    public static Secret random(SecretKind kind) {
        if (kind.namesOwner()) {
            throw new IllegalArgumentException(kind + " names what it belongs to");
        }
        return completed(new StringBuilder(kind.prefix()));
    }

    /**
     * For a session cookie or a refresh token.
     *
     * @param owner what it belongs to: no secret, and none is made of it
     */
    public static Secret of(SecretKind kind, UUID owner) {
        if (!kind.namesOwner()) {
            throw new IllegalArgumentException(kind + " names nothing that it belongs to");
        }
        var begin = new StringBuilder(kind.prefix());
        base32(bytes(owner), begin);
        if (kind.hasFamilies()) {
            random(FAMILY_BYTES, begin);
        }
        return completed(begin);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
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
        var checked =
                PREFIX_CHARS
                        + (kind.namesOwner() ? OWNER_CHARS : 0)
                        + (kind.hasFamilies() ? FAMILY_CHARS : 0)
                        + RANDOM_CHARS;
        var fits =
                text.length() == checked + CHECK_CHARS
                        && text.startsWith(kind.prefix())
                        && text.endsWith(checksum(text.substring(0, checked)));
        return fits ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** What a session cookie or a refresh token belongs to, as it says itself. */
    public UUID owner() {
        long high = 0;
        long low = 0;
        for (int i = 0; i < OWNER_CHARS; i++) {
            int value = valueOf(text.charAt(PREFIX_CHARS + i));
            // 26 characters have two bits more than an identifier.
            int bits = i < OWNER_CHARS - 1 ? 5 : 3;
            high = high << bits | low >>> Long.SIZE - bits;
            low = low << bits | value >> 5 - bits;
        }
        return new UUID(high, low);
    }

    /** No more than 31, also of a character that is none of ours: that names nothing we know. */
    private static int valueOf(char character) {
        return (character >= 'a' ? character - 'a' : character - '2' + 26) & 31;
    }

    /**
     * What the store keeps of it: SHA-256. A refresh token's begins with 64 bits of its family's,
     * which tells one that was exchanged long ago from one that never was.
     */
    public TokenHash hash() {
        var whole = TokenHash.of(text);
        return text.startsWith(SecretKind.REFRESH_TOKEN.prefix())
                ? whole.among(TokenHash.of(family()))
                : whole;
    }

    private String family() {
        return text.substring(0, PREFIX_CHARS + OWNER_CHARS + FAMILY_CHARS);
    }

    /**
     * The first characters, enough to tell API tokens apart in a list and useless to guess the rest
     * (at most 60 of 256 bits).
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
