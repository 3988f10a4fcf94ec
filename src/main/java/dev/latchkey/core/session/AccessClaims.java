package dev.latchkey.core.session;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.Map;

/**
 * What a signed access token says (RFC 9068 where it applies).
 *
 * @param tokenId {@code jti}
 * @param more further claims, by name; values are strings, booleans or whole numbers
 */
public record AccessClaims(
        String tokenId,
        UserId user,
        SessionId session,
        String audience,
        Instant issuedAt,
        Instant expiresAt,
        Map<String, Object> more) {}
