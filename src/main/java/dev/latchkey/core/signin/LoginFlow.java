package dev.latchkey.core.signin;

import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A sign-in whose password was right and that waits for its owner to choose an organization. */
public record LoginFlow(
        UserId user,
        @Nullable String returnTo,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
