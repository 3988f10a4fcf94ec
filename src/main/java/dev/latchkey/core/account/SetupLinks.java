package dev.latchkey.core.account;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;

/** The store of one-time links that make the first administrator. */
public interface SetupLinks {

    void insert(TokenHash hash, Instant expiresAt);

    boolean isLive(TokenHash hash, Instant at);

    /** True for exactly one caller, and only before it expires. */
    boolean use(TokenHash hash, Instant at);
}
