package dev.latchkey.core.client;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Public keys of clients and the assertions signed with them (RFC 7523, RFC 7521). */
public interface ClientKeys {

    /** What is wrong with a JWK set for a client, in words; nothing when it will do. */
    Optional<String> problemOf(String jwks);

    /** Whom an assertion claims to come from. Nothing about it is checked. */
    Optional<String> claimedClient(String assertion);

    /**
     * The assertion, when it is signed by one of the client's keys with an algorithm that fits it,
     * names the client as issuer and subject and nobody but us as audience, and is in its time.
     */
    Optional<Assertion> verify(
            String assertion, String clientId, String jwks, Set<String> audiences, Instant now);

    /**
     * A good assertion.
     *
     * @param id of {@code jti}, together with the client: may be used once
     */
    record Assertion(TokenHash id, Instant expiresAt) {}
}
