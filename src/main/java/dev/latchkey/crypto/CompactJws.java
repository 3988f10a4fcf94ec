package dev.latchkey.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signs and opens one type of token (RFC 7515, compact). The header of a token has to be, to the
 * last character, one that we write ourselves: so no {@code alg}, {@code jwk}, {@code x5u}, {@code
 * jku}, {@code kid} or {@code crit} of anybody else is ever interpreted.
 */
final class CompactJws {
    private static final int LONGEST = 8 * 1024;

    private final KeyRing keys;
    private final TokenType type;
    private final Set<SigningAlgorithm> algorithms;

    CompactJws(KeyRing keys, TokenType type, Set<SigningAlgorithm> algorithms) {
        this.keys = keys;
        this.type = type;
        this.algorithms = Set.copyOf(algorithms);
    }

    String sign(SigningAlgorithm algorithm, Map<String, Object> claims) {
        var head = keys.signing(type, algorithm);
        var input = head.text() + "." + Base64URL.encode(JSONObjectUtils.toJSONString(claims));
        try {
            return input + "." + head.key().signer().sign(head.parsed(), ascii(input));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing with " + head.key().id() + " failed", e);
        }
    }

    /** The claims, when the signature is ours. Says nothing about times and issuer. */
    Optional<Map<String, Object>> open(String token) {
        var first = token.indexOf('.');
        var last = token.lastIndexOf('.');
        if (token.length() > LONGEST
                || first < 1
                || last == first
                || token.indexOf('.', first + 1) != last) {
            return Optional.empty();
        }
        return keys.head(token.substring(0, first))
                .filter(head -> head.type() == type && algorithms.contains(head.key().algorithm()))
                .filter(head -> isSigned(head, token, last))
                .flatMap(head -> claims(token.substring(first + 1, last)));
    }

    private static boolean isSigned(JwsHead head, String token, int last) {
        var signature = new Base64URL(token.substring(last + 1));
        var hasOneSpelling = Base64URL.encode(signature.decode()).equals(signature);
        try {
            return hasOneSpelling
                    && head.key()
                            .verifier()
                            .verify(head.parsed(), ascii(token.substring(0, last)), signature);
        } catch (JOSEException _) {
            // Not even the form of a signature.
            return false;
        }
    }

    private static Optional<Map<String, Object>> claims(String payload) {
        try {
            return Optional.of(JSONObjectUtils.parse(new Base64URL(payload).decodeToString()));
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
