package dev.latchkey.crypto;

import dev.latchkey.core.code.ClientAccessTokens;
import dev.latchkey.core.code.GrantId;
import dev.latchkey.core.code.SignInFactors;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Clients' access tokens as JWTs (RFC 9068), signed with ES256. They name a grant where our own
 * name a session, and {@code client_id}, so neither kind is ever taken for the other.
 */
public final class JwtClientTokens implements ClientAccessTokens {
    private static final String GRANT = "grant";

    private final CompactJws tokens;
    private final String issuer;

    /**
     * @param issuer the public URL, to the last slash as it is published
     */
    public JwtClientTokens(KeyRing keys, String issuer) {
        this.tokens = new CompactJws(keys, TokenType.ACCESS, Set.of(SigningAlgorithm.ES256));
        this.issuer = issuer;
    }

    @Override
    public String sign(Claims claims) {
        var all = new LinkedHashMap<String, Object>();
        all.put("iss", issuer);
        all.put("sub", claims.subject());
        all.put("aud", claims.audience());
        all.put("client_id", claims.clientId());
        all.put("scope", claims.scope());
        all.put("iat", claims.issuedAt().getEpochSecond());
        all.put("exp", claims.expiresAt().getEpochSecond());
        all.put("jti", claims.tokenId());
        all.put(GRANT, claims.grant().toString());
        var authenticatedAt = claims.authenticatedAt();
        if (authenticatedAt != null) {
            var factors = SignInFactors.of(claims.method());
            all.put("auth_time", authenticatedAt.getEpochSecond());
            all.put("acr", factors.acr());
            all.put("amr", factors.amr());
        }
        return tokens.sign(SigningAlgorithm.ES256, all);
    }

    @Override
    public Optional<Claims> verify(String token, Instant now) {
        return tokens.open(token)
                .filter(claims -> issuer.equals(claims.get("iss")) && claims.containsKey(GRANT))
                .map(JwtClientTokens::claims)
                .filter(claims -> now.isBefore(claims.expiresAt()));
    }

    /** What we signed ourselves has the form that we write. */
    private static Claims claims(Map<String, Object> all) {
        return new Claims(
                text(all, "jti"),
                new GrantId(UUID.fromString(text(all, GRANT))),
                text(all, "sub"),
                text(all, "client_id"),
                audience(all),
                text(all, "scope"),
                time(all, "iat"),
                time(all, "exp"),
                all.containsKey("auth_time") ? time(all, "auth_time") : null,
                method(all));
    }

    private static List<String> audience(Map<String, Object> all) {
        return all.get("aud") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(text(all, "aud"));
    }

    private static String method(Map<String, Object> all) {
        return all.get("amr") instanceof List<?> amr
                ? String.join(" ", amr.stream().map(String::valueOf).toList())
                : "";
    }

    private static String text(Map<String, Object> all, String name) {
        return String.valueOf(all.get(name));
    }

    private static Instant time(Map<String, Object> all, String name) {
        if (all.get(name) instanceof Number seconds) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        throw new IllegalStateException("a token of ours without " + name);
    }
}
