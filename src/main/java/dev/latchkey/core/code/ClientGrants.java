package dev.latchkey.core.code;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of what clients were given. */
public interface ClientGrants {

    /**
     * @param code the code it was given for, or null
     */
    void insert(ClientGrant grant, @Nullable TokenHash code);

    Optional<ClientGrant> find(GrantId id);

    Optional<ClientGrant> findByCode(TokenHash code);

    /** Those that were given in a session. */
    List<ClientGrant> ofSession(SessionId session);

    /** Lets it live on. */
    void extend(GrantId id, Instant expiresAt);

    /** True when it was not revoked before. */
    boolean revoke(GrantId id, Instant at);

    void revokeOfClient(String clientId, Instant at);

    void revokeOfUser(UserId user, Instant at);

    void revokeOf(UserId user, String clientId, Instant at);
}
