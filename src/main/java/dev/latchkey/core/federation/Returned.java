package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brought back from a provider.
 *
 * @param sealedStep the value of the cookie that belongs to the state, or null
 * @param issuer the parameter {@code iss} (RFC 9207), or null
 * @param error why the provider gave no code, in its words, or null
 */
public record Returned(
        String door,
        String redirectUri,
        @Nullable String sealedStep,
        @Nullable String state,
        @Nullable String code,
        @Nullable String issuer,
        @Nullable String error,
        Origin origin) {}
