package dev.latchkey.core.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238): HMAC-SHA-1, six digits, steps of 30 seconds since 1970,
 * one step of skew each way. These are the only parameters that every authenticator app knows.
 */
public final class Totp {
    /** Seconds of a step. */
    public static final int PERIOD = 30;

    /** How many digits a code has. */
    public static final int DIGITS = 6;

    private static final int SKEW = 1;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /**
     * The step in which this code is right, at most one away from now; nothing when it is wrong.
     */
    public static OptionalLong match(TotpSecret secret, String code, Instant now) {
        var current = step(now);
        var found = OptionalLong.empty();
        for (long step = current - SKEW; step <= current + SKEW; step++) {
            if (isEqual(code(secret, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), PERIOD);
    }

    /** The code of a step (RFC 4226, section 5.3). */
    public static String code(TotpSecret secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & 0xF;
        var binary = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
        return "%06d".formatted(binary % MODULUS);
    }

    private static byte[] hmac(TotpSecret secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }

    private static boolean isEqual(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
