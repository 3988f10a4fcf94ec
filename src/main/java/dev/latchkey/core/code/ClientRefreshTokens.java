package dev.latchkey.core.code;

import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** The store of clients' refresh tokens, which are apart from those of our own APIs. */
public interface ClientRefreshTokens {

    /**
     * A refresh token as it is kept.
     *
     * @param usedAt when it was exchanged, or null
     * @param sealedSuccessor sealed under the token itself; null until used
     */
    record Kept(
            GrantId grant,
            Instant expiresAt,
            @Nullable Instant usedAt,
            byte @Nullable [] sealedSuccessor) {}

    void insert(TokenHash hash, GrantId grant, Instant createdAt, Instant expiresAt);

    Optional<Kept> find(TokenHash hash);

    /** One statement decides: true for exactly one caller, and only before it expires. */
    boolean use(TokenHash hash, Instant at, byte[] sealedSuccessor);
}
