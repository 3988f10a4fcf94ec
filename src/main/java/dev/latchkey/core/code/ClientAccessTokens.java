package dev.latchkey.core.code;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signs and verifies the access tokens of clients (RFC 9068). None of them opens an API of ours.
 */
public interface ClientAccessTokens {

    /**
     * What such a token says.
     *
     * @param tokenId {@code jti}
     * @param subject the user's id, or the client's where it acts for itself
     * @param authenticatedAt null where it acts for itself
     */
    record Claims(
            String tokenId,
            GrantId grant,
            String subject,
            String clientId,
            List<String> audience,
            String scope,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable Instant authenticatedAt,
            String method) {
        public Claims {
            audience = List.copyOf(audience);
        }
    }

    String sign(Claims claims);

    /** What a token says, when signature, issuer and time are right; its grant may be dead. */
    Optional<Claims> verify(String token, Instant now);
}
