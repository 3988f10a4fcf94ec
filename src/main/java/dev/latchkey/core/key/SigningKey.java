package dev.latchkey.core.key;

import java.time.Instant;

/**
 * A key pair as it is kept.
 *
 * @param id {@code kid}
 * @param algorithm JWS algorithm: {@code ES256} or {@code RS256}
 * @param sealedJwk the private JWK (RFC 7517), sealed under the server's secret
 * @param signsFrom when it takes over from the one before
 */
public record SigningKey(
        String id, String algorithm, byte[] sealedJwk, Instant createdAt, Instant signsFrom) {

    /** One that signs at once. */
    public SigningKey(String id, String algorithm, byte[] sealedJwk, Instant createdAt) {
        this(id, algorithm, sealedJwk, createdAt, createdAt);
    }
}
