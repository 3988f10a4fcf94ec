package dev.latchkey.testkit;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;

import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An ID token with at most one thing wrong in it. */
record LyingIdToken(
        LyingProvider.Asked asked, String issuer, RSAKey key, boolean tellsEmail, Instant now) {

    String text(String accessToken) {
        try {
            return token(claims(accessToken)).serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private JWTClaimsSet claims(String accessToken) {
        var lie = asked.lie();
        var issued = lie == Lie.FROM_THE_FUTURE ? now.plusSeconds(70) : now;
        var expires = lie == Lie.EXPIRED ? now.minusSeconds(70) : now.plusSeconds(300);
        var told = lie == Lie.WRONG_TOKEN_HASH ? "another token" : accessToken;
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(lie == Lie.WRONG_ISSUER ? "https://other.example.com" : issuer)
                        .audience(audience())
                        .issueTime(Date.from(issued))
                        .expirationTime(Date.from(expires))
                        .claim("name", asked.who().name())
                        .claim(
                                "at_hash",
                                AccessTokenHash.compute(
                                                new BearerAccessToken(told), JWSAlgorithm.RS256)
                                        .getValue());
        if (lie != Lie.NO_SUBJECT) {
            claims.subject(asked.who().subject());
        }
        if (lie != Lie.NO_NONCE) {
            claims.claim("nonce", lie == Lie.WRONG_NONCE ? "another nonce" : asked.nonce());
        }
        if (lie == Lie.WRONG_PARTY) {
            claims.claim("azp", "another client");
        }
        if (tellsEmail && lie != Lie.NO_EMAIL && lie != Lie.OTHER_SUBJECT_IN_USER_INFO) {
            claims.claim("email", asked.who().email());
            claims.claim("email_verified", asked.who().verified());
        }
        return claims.build();
    }

    private List<String> audience() {
        return switch (asked.lie()) {
            case WRONG_AUDIENCE -> List.of("another client");
            case SEVERAL_AUDIENCES -> List.of(LyingProvider.CLIENT, "another client");
            default -> List.of(LyingProvider.CLIENT);
        };
    }

    private JOSEObject token(JWTClaimsSet claims) throws JOSEException {
        return switch (asked.lie()) {
            case ALGORITHM_NONE -> new PlainJWT(claims);
            case ENCRYPTED -> encrypted(claims);
            // The attack on those who take the algorithm from the token: the public key's bytes are
            // no secret.
            case HMAC_WITH_PUBLIC_KEY ->
                    signed(claims, JWSAlgorithm.HS256, key, new MACSigner(publicBytes()));
            case BAD_SIGNATURE ->
                    signed(
                            claims,
                            JWSAlgorithm.RS256,
                            key,
                            new RSASSASigner(LyingProvider.newKey()));
            case UNKNOWN_KEY -> {
                var other = LyingProvider.newKey();
                yield signed(claims, JWSAlgorithm.RS256, other, new RSASSASigner(other));
            }
            default -> signed(claims, JWSAlgorithm.RS256, key, new RSASSASigner(key));
        };
    }

    private byte[] publicBytes() throws JOSEException {
        return key.toRSAPublicKey().getEncoded();
    }

    private static SignedJWT signed(
            JWTClaimsSet claims, JWSAlgorithm algorithm, RSAKey key, JWSSigner signer)
            throws JOSEException {
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return token;
    }

    private EncryptedJWT encrypted(JWTClaimsSet claims) throws JOSEException {
        var token =
                new EncryptedJWT(
                        new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM), claims);
        token.encrypt(new RSAEncrypter(key.toPublicJWK()));
        return token;
    }
}
