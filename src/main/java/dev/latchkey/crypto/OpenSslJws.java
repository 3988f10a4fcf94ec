package dev.latchkey.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;

import java.lang.foreign.MemorySegment;
import java.util.Set;

/** One signing key in OpenSSL's hands, with signatures as JWS has them (RFC 7518, section 3). */
final class OpenSslJws implements JWSSigner, JWSVerifier {
    /** Of P-256: two numbers of 32 bytes. */
    private static final int ECDSA_BYTES = 64;

    private final OpenSsl library;
    private final SigningAlgorithm algorithm;
    private final MemorySegment privateKey;
    private final MemorySegment publicKey;
    private final JCAContext context = new JCAContext();

    OpenSslJws(OpenSsl library, SigningAlgorithm algorithm, JWK pair) throws JOSEException {
        var keys = (AsymmetricJWK) pair;
        this.library = library;
        this.algorithm = algorithm;
        this.privateKey = library.privateKey(keys.toPrivateKey().getEncoded());
        this.publicKey = library.publicKey(keys.toPublicKey().getEncoded());
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
        var signature = library.sign(privateKey, input);
        return Base64URL.encode(
                switch (algorithm) {
                    case ES256 -> ECDSA.transcodeSignatureToConcat(signature, ECDSA_BYTES);
                    case RS256 -> signature;
                });
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature)
            throws JOSEException {
        var bytes = signature.decode();
        return switch (algorithm) {
            case ES256 ->
                    bytes.length == ECDSA_BYTES
                            && library.verify(
                                    publicKey, input, ECDSA.transcodeSignatureToDER(bytes));
            case RS256 -> library.verify(publicKey, input, bytes);
        };
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(algorithm.jws());
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
