package dev.latchkey.dialect.nap;

import dev.latchkey.core.session.Grant;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** {@code TokensTokens}: the only model of this API in snake case. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Tokens(
        String sessionId,
        String sessionToken,
        String sessionTokenExpiry,
        String refreshToken,
        String refreshTokenExpiry) {

    static Tokens of(Grant grant) {
        return new Tokens(
                grant.session().id().toString(),
                SessionToken.wrap(grant.credential()),
                grant.credentialExpiresAt().toString(),
                grant.requireRefreshToken().text(),
                grant.requireRefreshExpiresAt().toString());
    }
}
