package dev.latchkey.crypto;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * ID tokens (OpenID Connect Core, section 2): the claims are the provider's business, the signature
 * is ours.
 */
public final class IdTokens {
    /** What a client gets that asked for nothing else: the only one that all of them know. */
    public static final SigningAlgorithm DEFAULT = SigningAlgorithm.RS256;

    private final CompactJws tokens;

    public IdTokens(KeyRing keys) {
        this.tokens = new CompactJws(keys, TokenType.ID, EnumSet.allOf(SigningAlgorithm.class));
    }

    /**
     * @param claims JSON values by name; times are whole seconds
     */
    public String sign(Map<String, Object> claims, SigningAlgorithm algorithm) {
        return tokens.sign(algorithm, claims);
    }

    /**
     * The claims of an ID token that we signed, expired or not, for {@code id_token_hint} (OpenID
     * Connect RP-Initiated Logout). An access token is none.
     */
    public Optional<Map<String, Object>> open(String token) {
        return tokens.open(token);
    }
}
