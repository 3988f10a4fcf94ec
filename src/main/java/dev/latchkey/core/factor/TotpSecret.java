package dev.latchkey.core.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** What an authenticator app shares with us: 160 random bits (RFC 4226, section 4). */
public final class TotpSecret {
    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    TotpSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static TotpSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** From what {@link #text} gave, also with blanks in it and in lower case. */
    public static Optional<TotpSecret> parse(String text) {
        return Base32.decode(text.replace(" ", "").toUpperCase(java.util.Locale.ROOT))
                .filter(bytes -> bytes.length >= BYTES)
                .map(TotpSecret::new);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Base 32 in groups of four, for who cannot scan the picture. */
    public String text() {
        return Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** What the picture says (the Key Uri Format of Google Authenticator, which all apps read). */
    public String uri(String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        encode(issuer),
                        encode(account),
                        Base32.encode(bytes),
                        encode(issuer),
                        Totp.DIGITS,
                        Totp.PERIOD);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpSecret secret && Arrays.equals(secret.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the secret itself, so that no log line holds one. */
    @Override
    public String toString() {
        return "a TOTP secret";
    }
}
