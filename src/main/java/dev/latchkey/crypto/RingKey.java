package dev.latchkey.crypto;

import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;

import java.time.Instant;

/**
 * A signing key ready for work. Its signer and verifier keep no state between calls, so all threads
 * share them.
 */
record RingKey(
        String id,
        SigningAlgorithm algorithm,
        Instant signsFrom,
        JWK published,
        JWSSigner signer,
        JWSVerifier verifier) {

    static RingKey of(JWK pair, SigningAlgorithm algorithm, Instant signsFrom) {
        var worker = new NativeFirst(pair, algorithm, OpenSsl.LIBRARIES);
        return new RingKey(
                pair.getKeyID(), algorithm, signsFrom, pair.toPublicJWK(), worker, worker);
    }

    RingKey signingFrom(Instant other) {
        return new RingKey(id, algorithm, other, published, signer, verifier);
    }
}
