package dev.latchkey.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.latchkey.core.client.ClientKeys;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Clients' keys as JWK sets, and assertions signed with them (RFC 7523, section 3). Keys come from
 * the registry alone, never with the assertion; an algorithm has to fit its key, so nothing that is
 * public ever serves as a secret.
 */
public final class JwkClientKeys implements ClientKeys {
    private static final int LONGEST = 8192;
    private static final int LONGEST_ID = 200;
    private static final int MOST_KEYS = 10;
    private static final int RSA_BITS = 2048;
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);
    private static final Set<JWSAlgorithm> RSA = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    @Override
    public Optional<String> problemOf(String jwks) {
        try {
            var keys = JWKSet.parse(jwks).getKeys();
            if (jwks.length() > LONGEST || keys.isEmpty() || keys.size() > MOST_KEYS) {
                return Optional.of("has to hold one to ten keys");
            }
            if (keys.stream().anyMatch(JWK::isPrivate)) {
                return Optional.of("holds a private key: send the public ones only");
            }
            return keys.stream().allMatch(JwkClientKeys::isUsable)
                    ? Optional.empty()
                    : Optional.of("may hold RSA keys of 2048 bits or more and P-256 keys only");
        } catch (ParseException _) {
            return Optional.of("is no JWK set");
        }
    }

    private static boolean isUsable(JWK key) {
        return key instanceof RSAKey rsa && rsa.size() >= RSA_BITS
                || key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
    }

    @Override
    public Optional<String> claimedClient(String assertion) {
        if (assertion.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(SignedJWT.parse(assertion).getJWTClaimsSet().getSubject());
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Assertion> verify(
            String assertion, String clientId, String jwks, Set<String> audiences, Instant now) {
        try {
            var token = SignedJWT.parse(assertion);
            var claims = token.getJWTClaimsSet();
            var fits =
                    isSigned(token, JWKSet.parse(jwks))
                            && clientId.equals(claims.getIssuer())
                            && clientId.equals(claims.getSubject())
                            && !claims.getAudience().isEmpty()
                            && audiences.containsAll(claims.getAudience())
                            && isInTime(claims, now);
            return fits ? assertion(clientId, claims) : Optional.empty();
        } catch (ParseException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(SignedJWT token, JWKSet keys) throws JOSEException {
        var header = token.getHeader();
        for (var key : keys.getKeys()) {
            var verifier = verifier(key, header.getAlgorithm());
            var named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
            if (named && verifier != null && token.verify(verifier)) {
                return true;
            }
        }
        return false;
    }

    /** Null for an algorithm that is not this key's. */
    private static @Nullable JWSVerifier verifier(JWK key, JWSAlgorithm algorithm)
            throws JOSEException {
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)
                || key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            return null;
        }
        return switch (key) {
            case RSAKey rsa when RSA.contains(algorithm) -> new RSASSAVerifier(rsa);
            case ECKey ec when algorithm.equals(JWSAlgorithm.ES256) -> new ECDSAVerifier(ec);
            default -> null;
        };
    }

    private static boolean isInTime(JWTClaimsSet claims, Instant now) {
        var end = claims.getExpirationTime();
        return end != null
                && now.isBefore(end.toInstant().plus(SKEW))
                && end.toInstant().isBefore(now.plus(LONGEST_LIFE))
                && isPast(claims.getIssueTime(), now)
                && isPast(claims.getNotBeforeTime(), now);
    }

    private static boolean isPast(java.util.@Nullable Date time, Instant now) {
        return time == null || time.toInstant().isBefore(now.plus(SKEW));
    }

    private static Optional<Assertion> assertion(String clientId, JWTClaimsSet claims) {
        var id = claims.getJWTID();
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        return Optional.of(
                new Assertion(
                        TokenHash.of("client assertion " + clientId + " " + id),
                        claims.getExpirationTime().toInstant().plus(SKEW)));
    }
}
