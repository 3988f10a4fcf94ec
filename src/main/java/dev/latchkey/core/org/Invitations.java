package dev.latchkey.core.org;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.token.TokenHash;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store of invitations, known by the hash of their code. */
public interface Invitations {

    void insert(TokenHash code, Invitation invitation);

    Optional<Invitation> find(TokenHash code);

    /** True for exactly one caller, and only before it expires. */
    boolean use(TokenHash code, UserId by, Instant at);

    /** Newest first, at most {@code limit}. */
    List<Invitation> of(OrgId organization, int limit);

    /** Those that can still be taken, newest first, at most {@code limit}. */
    List<Invitation> pending(OrgId organization, Instant now, int limit);

    /** Takes one back that nobody used: for exactly one caller. */
    Optional<Invitation> revoke(OrgId organization, UUID id);
}
