package dev.latchkey.core.code;

import dev.latchkey.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a code stands for.
 *
 * @param scope space-separated, as granted
 * @param claims names of single claims for user-info, space-separated; empty without any
 * @param challenge S256 code challenge (RFC 7636), or null for a confidential client that sent none
 */
public record AuthorizationCode(
        String clientId,
        String redirectUri,
        SessionId session,
        String scope,
        String claims,
        @Nullable String nonce,
        @Nullable String challenge,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
