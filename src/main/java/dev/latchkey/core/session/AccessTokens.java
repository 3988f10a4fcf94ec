package dev.latchkey.core.session;

import java.time.Instant;
import java.util.Optional;

/** Signs and verifies access tokens with the server's rotating ES256 key. */
public interface AccessTokens {

    /**
     * A compact JWS. {@code nbf} lies a little in the past, {@code aud} is an array, {@code iss}
     * the public URL, {@code sid} the session.
     */
    String sign(AccessClaims claims);

    /**
     * The session a token names, when its signature, issuer and times are right. It says nothing
     * about the session's life: ask the store for that.
     */
    Optional<Verified> verify(String token, Instant now);

    /** What the check of a session needs of a token. */
    record Verified(SessionId session, Instant expiresAt) {}
}
