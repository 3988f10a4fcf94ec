package dev.latchkey.core.session;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One sign-in, however many cookies and tokens carry it.
 *
 * @param organization the tenant it acts in, or null for somebody who belongs to none
 * @param authenticatedAt when a password or provider last proved who it is ({@code auth_time})
 * @param method how ({@code amr}, RFC 8176): words separated by blanks, as {@code pwd otp mfa} or
 *     {@code fed}
 * @param expiresAt its end, however much it is used
 */
public record Session(
        SessionId id,
        UserId user,
        @Nullable OrgId organization,
        Instant createdAt,
        Instant authenticatedAt,
        String method,
        Instant expiresAt,
        Instant lastSeenAt,
        @Nullable Instant revokedAt,
        String address,
        String userAgent,
        String door) {}
