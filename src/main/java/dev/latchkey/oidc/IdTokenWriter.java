package dev.latchkey.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.core.code.ClientGrant;
import dev.latchkey.core.code.ClientTokens;
import dev.latchkey.core.code.SignInFactors;
import dev.latchkey.crypto.IdTokens;
import dev.latchkey.crypto.SigningAlgorithm;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes ID tokens (OpenID Connect Core 1.0, section 2), at a sign-in and at every refresh alike.
 * They carry what the scopes tell themselves, not only user-info does: Semaphore for one reads
 * nothing else.
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

    String write(ClientTokens given, Client client) {
        var grant = given.grant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.toString());
        claims.putAll(
                PersonClaims.of(
                        given.requireUser(),
                        Scopes.of(given.scope()),
                        RequestedClaims.forIdToken(grant.claims())));
        claims.put("aud", client.id());
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("exp", given.expiresAt().getEpochSecond());
        putSignIn(claims, grant);
        claims.put("at_hash", hashOf(given.accessToken()));
        return tokens.sign(claims, algorithm(client.idTokenAlgorithm()));
    }

    private static void putSignIn(Map<String, Object> claims, ClientGrant grant) {
        var authenticatedAt = grant.authenticatedAt();
        if (authenticatedAt != null) {
            claims.put("auth_time", authenticatedAt.getEpochSecond());
        }
        if (grant.nonce() != null) {
            claims.put("nonce", grant.nonce());
        }
        if (grant.session() != null) {
            claims.put("sid", grant.session().toString());
        }
        var factors = SignInFactors.of(grant.method());
        claims.put("acr", factors.acr());
        claims.put("amr", factors.amr());
    }

    static SigningAlgorithm algorithm(IdTokenAlgorithm wanted) {
        return switch (wanted) {
            case RS256 -> SigningAlgorithm.RS256;
            case ES256 -> SigningAlgorithm.ES256;
        };
    }

    /** SHA-256 for either algorithm. */
    private static String hashOf(String accessToken) {
        return AccessTokenHash.compute(new BearerAccessToken(accessToken), JWSAlgorithm.RS256, null)
                .getValue();
    }
}
