package dev.latchkey.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import dev.latchkey.core.key.Sealer;
import dev.latchkey.core.key.SigningKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

/** Turns key pairs into sealed rows and back. */
final class SealedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SealedKeys.class);
    private static final String PURPOSE = "signing key";

    private final Sealer sealer;

    SealedKeys(Sealer sealer) {
        this.sealer = sealer;
    }

    /** A new key pair, named by its thumbprint (RFC 7638). */
    SigningKey make(SigningAlgorithm algorithm, Instant at, Instant signsFrom) {
        try {
            var pair = named(algorithm.generate(), algorithm);
            var sealed = sealer.seal(PURPOSE, pair.toJSONString().getBytes(StandardCharsets.UTF_8));
            return new SigningKey(pair.getKeyID(), algorithm.name(), sealed, at, signsFrom);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes keys for " + algorithm, e);
        }
    }

    /** Nothing for an algorithm of a later version. */
    Optional<RingKey> open(SigningKey key) {
        var algorithm = SigningAlgorithm.named(key.algorithm());
        if (algorithm.isEmpty()) {
            LOG.warn(
                    "signing key {} is for {}, which this version does not know",
                    key.id(),
                    key.algorithm());
            return Optional.empty();
        }
        var bytes =
                sealer.open(PURPOSE, key.sealedJwk())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "signing key "
                                                + key.id()
                                                + " does not open: it was sealed under another"
                                                + " secret. Bring back the secret this database was"
                                                + " made with"));
        try {
            var pair = named(JWK.parse(new String(bytes, StandardCharsets.UTF_8)), algorithm.get());
            if (!pair.getKeyID().equals(key.id())) {
                throw new IllegalStateException(
                        "the row of signing key " + key.id() + " holds another key");
            }
            return Optional.of(RingKey.of(pair, algorithm.get(), key.signsFrom()));
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("signing key " + key.id() + " cannot be read", e);
        }
    }

    static JWK named(JWK pair, SigningAlgorithm algorithm) throws JOSEException {
        return switch (algorithm) {
            case ES256 ->
                    new ECKey.Builder(pair.toECKey())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm.jws())
                            .keyIDFromThumbprint()
                            .build();
            case RS256 ->
                    new RSAKey.Builder(pair.toRSAKey())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm.jws())
                            .keyIDFromThumbprint()
                            .build();
        };
    }
}
