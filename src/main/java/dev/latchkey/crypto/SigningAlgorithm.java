package dev.latchkey.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import java.util.Arrays;
import java.util.Optional;

/**
 * The algorithms this server signs with (RFC 7518): quick ES256 for its own tokens, RS256 for
 * clients that know no other.
 */
public enum SigningAlgorithm {
    ES256(JWSAlgorithm.ES256) {
        @Override
        JWK generate() throws JOSEException {
            return new ECKeyGenerator(Curve.P_256).generate();
        }

        @Override
        JWSSigner signer(JWK pair) throws JOSEException {
            return new ECDSASigner(pair.toECKey());
        }

        @Override
        JWSVerifier verifier(JWK pair) throws JOSEException {
            return new ECDSAVerifier(pair.toECKey().toPublicJWK());
        }
    },

    RS256(JWSAlgorithm.RS256) {
        @Override
        JWK generate() throws JOSEException {
            return new RSAKeyGenerator(2048).generate();
        }

        @Override
        JWSSigner signer(JWK pair) throws JOSEException {
            return new RSASSASigner(pair.toRSAKey());
        }

        @Override
        JWSVerifier verifier(JWK pair) throws JOSEException {
            return new RSASSAVerifier(pair.toRSAKey().toPublicJWK());
        }
    };

    @SuppressWarnings("Immutable") // it is, but does not say so
    private final JWSAlgorithm jws;

    SigningAlgorithm(JWSAlgorithm jws) {
        this.jws = jws;
    }

    /** Nothing for one that a later version knows and this one does not. */
    static Optional<SigningAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst();
    }

    JWSAlgorithm jws() {
        return jws;
    }

    abstract JWK generate() throws JOSEException;

    abstract JWSSigner signer(JWK pair) throws JOSEException;

    abstract JWSVerifier verifier(JWK pair) throws JOSEException;
}
