package dev.latchkey.core.code;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.SessionId;

import java.time.Instant;
import java.util.UUID;

/**
 * A client has to be told that a session ended (OpenID Connect Back-Channel Logout 1.0).
 *
 * @param attempts how often that failed so far
 */
public record LogoutNotice(
        UUID id,
        String clientId,
        UserId user,
        SessionId session,
        int attempts,
        Instant createdAt) {}
