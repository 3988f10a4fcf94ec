package dev.latchkey.core.session;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;

/** What carries a session, as it is kept. */
public sealed interface SessionSecret {

    /** Lives as long as its session. */
    record Cookie(TokenHash hash) implements SessionSecret {}

    /** The first refresh token of a family. */
    record Refresh(TokenHash hash, Instant expiresAt) implements SessionSecret {}
}
