package dev.latchkey.bench;

import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.util.zip.CRC32;

/** Secrets of the server's own form that are known by their number. */
final class ScaleSecret {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int RANDOM_CHARS = 52;
    private static final int FAMILY_CHARS = 8;

    private ScaleSecret() {}

    static Secret cookie(int session) {
        return of(SecretKind.SESSION_COOKIE, RANDOM_CHARS, session);
    }

    static Secret refresh(int session) {
        return of(SecretKind.REFRESH_TOKEN, FAMILY_CHARS + RANDOM_CHARS, session);
    }

    private static Secret of(SecretKind kind, int chars, int number) {
        var text = new StringBuilder(70).append(kind.prefix());
        var random = ScaleRows.mix((long) kind.ordinal() << 32 | number);
        for (int i = 0; i < chars; i++) {
            if (i % 12 == 0) {
                random = ScaleRows.mix(random);
            }
            // The last character stands for one bit of 256.
            text.append(ALPHABET[(int) (random >>> 5 * (i % 12) & (i == chars - 1 ? 16 : 31))]);
        }
        var crc = new CRC32();
        text.chars().forEach(crc::update);
        for (int i = 0; i < 6; i++) {
            text.append(ALPHABET[(int) (crc.getValue() >> 5 * i & 31)]);
        }
        return new Secret(text.toString());
    }
}
