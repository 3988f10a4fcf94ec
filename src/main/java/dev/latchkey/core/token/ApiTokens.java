package dev.latchkey.core.token;

import dev.latchkey.core.account.UserId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The store of API tokens. Every look-up by a user's own word names the user too, so that nobody
 * reaches another's.
 */
public interface ApiTokens {

    void insert(TokenHash hash, ApiToken token);

    Optional<ApiToken> find(TokenHash hash);

    Optional<ApiToken> find(UserId user, ApiTokenId id);

    /** By the characters it is listed with. */
    Optional<ApiToken> findShown(UserId user, String shown);

    /** Newest first, the revoked and expired ones too. */
    List<ApiToken> of(UserId user);

    boolean rename(UserId user, ApiTokenId id, String name);

    /** True when it was live until now. */
    boolean revoke(UserId user, ApiTokenId id, Instant at);

    void markUsed(Map<ApiTokenId, Instant> lastUses);
}
