package dev.latchkey.core.client;

import dev.latchkey.core.token.Secret;

import org.jspecify.annotations.Nullable;

/**
 * A client and, this once, its secret.
 *
 * @param secret null for a client that has none
 */
public record ClientWithSecret(RegisteredClient client, @Nullable Secret secret) {}
