package dev.latchkey.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;

import dev.latchkey.core.code.AuthorizationCode;
import dev.latchkey.core.session.Grant;
import dev.latchkey.crypto.IdTokens;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes ID tokens (OpenID Connect Core 1.0, section 2). They carry what the scopes tell
 * themselves, not only user-info does: Semaphore for one reads nothing else.
 */
final class IdTokenWriter {
    private final IdTokens tokens;
    private final URI issuer;
    private final Clock clock;

    IdTokenWriter(IdTokens tokens, URI issuer, Clock clock) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.clock = clock;
    }

    String write(AuthorizationCode code, Grant grant) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.toString());
        claims.putAll(PersonClaims.of(grant.user(), Scopes.of(code.scope())));
        claims.put("aud", code.clientId());
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("exp", grant.credentialExpiresAt().getEpochSecond());
        claims.put("auth_time", grant.session().authenticatedAt().getEpochSecond());
        if (code.nonce() != null) {
            claims.put("nonce", code.nonce());
        }
        claims.put("at_hash", hashOf(grant.credential()));
        claims.put("sid", grant.session().id().toString());
        claims.put("amr", List.of(grant.session().method()));
        return tokens.sign(claims, IdTokens.DEFAULT);
    }

    private static String hashOf(String accessToken) {
        return AccessTokenHash.compute(new BearerAccessToken(accessToken), JWSAlgorithm.RS256, null)
                .getValue();
    }
}
