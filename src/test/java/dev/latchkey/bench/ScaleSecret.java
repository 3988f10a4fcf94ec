package dev.latchkey.bench;

import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.util.UUID;
import java.util.zip.CRC32;

/** Secrets of the server's own form that are known by their number. */
final class ScaleSecret {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int RANDOM_CHARS = 52;
    private static final int CHECK_CHARS = 6;
    private static final int FAMILY_CHARS = 16;

    private ScaleSecret() {}

    static Secret cookie(int session, UUID id) {
        return of(Secret.of(SecretKind.SESSION_COOKIE, id), RANDOM_CHARS, session);
    }

    static Secret refresh(int session, UUID id) {
        return of(Secret.of(SecretKind.REFRESH_TOKEN, id), FAMILY_CHARS + RANDOM_CHARS, session);
    }

    /** One of its kind, but for what is random in it. */
    private static Secret of(Secret another, int chars, int number) {
        var kind = another.text().charAt(2);
        var begin = another.text().length() - chars - CHECK_CHARS;
        var text = new StringBuilder(110).append(another.text(), 0, begin);
        var random = ScaleRows.mix((long) kind << 32 | number);
        for (int i = 0; i < chars; i++) {
            if (i % 12 == 0) {
                random = ScaleRows.mix(random);
            }
            // The last character stands for one bit of 256.
            text.append(ALPHABET[(int) (random >>> 5 * (i % 12) & (i == chars - 1 ? 16 : 31))]);
        }
        var crc = new CRC32();
        text.chars().forEach(crc::update);
        for (int i = 0; i < CHECK_CHARS; i++) {
            text.append(ALPHABET[(int) (crc.getValue() >> 5 * i & 31)]);
        }
        return new Secret(text.toString());
    }
}
