package dev.latchkey.dialect.nuextract;

import dev.latchkey.core.session.Grant;

import java.time.Duration;
import java.time.Instant;

/** {@code TokenResponse}; both times in seconds. */
record TokenResponse(String token, long expiresIn, String refreshToken, long refreshExpiresIn) {

    static TokenResponse of(Grant grant, Instant now) {
        return new TokenResponse(
                grant.credential(),
                seconds(now, grant.credentialExpiresAt()),
                grant.requireRefreshToken().text(),
                seconds(now, grant.requireRefreshExpiresAt()));
    }

    /** To the nearest second, so that fifteen minutes are 900 and not 899. */
    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).plusMillis(500).toSeconds());
    }
}
