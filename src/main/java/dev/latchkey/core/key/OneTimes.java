package dev.latchkey.core.key;

import dev.latchkey.core.token.TokenHash;

import java.time.Instant;

/**
 * Remembers what may happen only once and is otherwise kept by nobody, such as a sealed sign-in
 * step.
 */
public interface OneTimes {

    /** True for exactly one caller; remembered until {@code expiresAt}. */
    boolean claim(TokenHash what, Instant expiresAt);
}
