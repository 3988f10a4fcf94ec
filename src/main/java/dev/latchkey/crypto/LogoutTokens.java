package dev.latchkey.crypto;

import java.util.EnumSet;
import java.util.Map;

/**
 * Logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.4), of a type of their own, so
 * that none passes for an ID token.
 */
public final class LogoutTokens {
    private final CompactJws tokens;

    public LogoutTokens(KeyRing keys) {
        this.tokens = new CompactJws(keys, TokenType.LOGOUT, EnumSet.allOf(SigningAlgorithm.class));
    }

    /**
     * @param claims JSON values by name; times are whole seconds
     */
    public String sign(Map<String, Object> claims, SigningAlgorithm algorithm) {
        return tokens.sign(algorithm, claims);
    }
}
