package dev.latchkey.core.federation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as a provider knows them.
 *
 * @param issuer the provider's issuer identifier
 * @param subject who it is there, never reassigned
 * @param emailVerified whether the provider says that the email is theirs
 * @param userName what they are called there, or null; it is a wish, nothing depends on it
 */
public record Identity(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String userName) {}
