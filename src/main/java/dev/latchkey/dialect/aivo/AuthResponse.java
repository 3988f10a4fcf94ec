package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.session.Grant;

import java.time.Duration;
import java.time.Instant;

/**
 * {@code AuthResponse}.
 *
 * @param expiresIn seconds until the access token ends
 */
record AuthResponse(String accessToken, String refreshToken, AivoUser user, long expiresIn) {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    static AuthResponse of(Grant grant, AivoRoles roles, Instant now) {
        var membership = grant.membership();
        if (membership == null) {
            throw new Refused(new Refusal.NoOrganization());
        }
        return new AuthResponse(
                grant.credential(),
                grant.requireRefreshToken().text(),
                AivoUser.of(grant.user(), membership, roles),
                Duration.between(now, grant.credentialExpiresAt()).plus(HALF_A_SECOND).toSeconds());
    }
}
