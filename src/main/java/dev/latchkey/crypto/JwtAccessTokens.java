package dev.latchkey.crypto;

import dev.latchkey.core.Uuids;
import dev.latchkey.core.session.AccessClaims;
import dev.latchkey.core.session.AccessTokens;
import dev.latchkey.core.session.SessionId;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Access tokens as JWTs (RFC 9068), signed with ES256. */
public final class JwtAccessTokens implements AccessTokens {
    /**
     * So that a resource server whose clock is slow takes a new token; NAP's own tokens do the
     * same.
     */
    private static final Duration NOT_BEFORE = Duration.ofMinutes(5);

    private static final Set<String> OURS =
            Set.of("iss", "sub", "aud", "iat", "nbf", "exp", "jti", "sid");

    private final CompactJws tokens;
    private final String issuer;

    /**
     * @param issuer the public URL, to the last slash as it is published
     */
    public JwtAccessTokens(KeyRing keys, String issuer) {
        this.tokens = new CompactJws(keys, TokenType.ACCESS, Set.of(SigningAlgorithm.ES256));
        this.issuer = issuer;
    }

    @Override
    public String sign(AccessClaims claims) {
        var all = new LinkedHashMap<String, Object>();
        all.put("iss", issuer);
        all.put("sub", claims.user().toString());
        all.put("aud", List.of(claims.audience()));
        all.put("iat", claims.issuedAt().getEpochSecond());
        all.put("nbf", claims.issuedAt().minus(NOT_BEFORE).getEpochSecond());
        all.put("exp", claims.expiresAt().getEpochSecond());
        all.put("jti", claims.tokenId());
        all.put("sid", claims.session().toString());
        claims.more()
                .forEach((name, value) -> {
                    if (OURS.contains(name)) {
                        throw new IllegalArgumentException(name + " is no further claim");
                    }
                    all.put(name, value);
                });
        return tokens.sign(SigningAlgorithm.ES256, all);
    }

    @Override
    public Optional<Verified> verify(String token, Instant now) {
        return tokens.open(token)
                .filter(claims -> issuer.equals(claims.get("iss")))
                // A client's token is for its client, and opens nothing of ours.
                .filter(claims -> !claims.containsKey("client_id"))
                .flatMap(JwtAccessTokens::verified)
                .filter(verified -> now.isBefore(verified.expiresAt()));
    }

    private static Optional<Verified> verified(Map<String, Object> claims) {
        if (!(claims.get("sid") instanceof String session)
                || !(claims.get("exp") instanceof Number exp)) {
            return Optional.empty();
        }
        var expiresAt = Instant.ofEpochSecond(exp.longValue());
        return Uuids.parse(session).map(id -> new Verified(SessionId.of(id), expiresAt));
    }
}
