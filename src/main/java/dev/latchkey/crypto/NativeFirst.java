package dev.latchkey.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A signing key that works natively where it can. Native code counts only after it has agreed with
 * the JDK on this very key, which is tried when the key is first used: a start need not wait for
 * it.
 */
final class NativeFirst implements JWSSigner, JWSVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(NativeFirst.class);
    private static final byte[] TEST = "latchkey self-test".getBytes(StandardCharsets.US_ASCII);

    /** Who does the work. */
    private record Hands(JWSSigner signer, JWSVerifier verifier) {}

    private final JWK pair;
    private final SigningAlgorithm algorithm;
    private final List<String> libraries;
    private final ReentrantLock lock = new ReentrantLock();
    private final JCAContext context = new JCAContext();
    private volatile @Nullable Hands hands;

    /**
     * @param libraries file names under which libcrypto is looked for; none for the JDK
     */
    NativeFirst(JWK pair, SigningAlgorithm algorithm, List<String> libraries) {
        this.pair = pair;
        this.algorithm = algorithm;
        this.libraries = libraries;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
        return hands().signer().sign(header, input);
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signature)
            throws JOSEException {
        return hands().verifier().verify(header, input, signature);
    }

    private Hands hands() throws JOSEException {
        var known = hands;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            var java = new Hands(algorithm.signer(pair), algorithm.verifier(pair));
            var found = tried(java).orElse(java);
            hands = found;
            return found;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Hands> tried(Hands java) throws JOSEException {
        var library = OpenSsl.load(libraries);
        if (library.isEmpty()) {
            return Optional.empty();
        }
        try {
            var own = new OpenSslJws(library.get(), algorithm, pair);
            var quick = new Hands(own, own);
            if (agree(quick, java)) {
                return Optional.of(quick);
            }
            LOG.warn("libcrypto signs otherwise than the JDK and is not used");
        } catch (IllegalStateException e) {
            LOG.warn("libcrypto is not used: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private boolean agree(Hands one, Hands other) throws JOSEException {
        var header = new JWSHeader(algorithm.jws());
        var mine = one.signer().sign(header, TEST);
        var theirs = other.signer().sign(header, TEST);
        var forged = TEST.clone();
        forged[0] ^= 1;
        return other.verifier().verify(header, TEST, mine)
                && one.verifier().verify(header, TEST, theirs)
                && !one.verifier().verify(header, forged, theirs);
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
