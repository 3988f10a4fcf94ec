package dev.latchkey.core.org;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of memberships. */
public interface Members {

    /** A member and who that is. */
    record Listed(User user, Role role, Instant createdAt) {}

    /** Last used first, then first joined first. */
    List<Membership> of(UserId user);

    Optional<Membership> find(OrgId organization, UserId user);

    /** How many there are. */
    long count(OrgId organization);

    /**
     * In order of the user's id, which is about that of their accounts; those behind {@code after}
     * (null: from the first), at most {@code limit}.
     */
    List<Listed> page(OrgId organization, @Nullable UserId after, int limit);

    /** False when they are a member already. */
    boolean add(OrgId organization, UserId user, Role role, Instant at);

    boolean setRole(OrgId organization, UserId user, Role role, Instant at);

    boolean remove(OrgId organization, UserId user);

    /**
     * Locks the organization's owners against others' changes until the transaction ends, and
     * counts them.
     */
    int countOwners(OrgId organization);

    /**
     * Notes where they were last, if they could have been elsewhere: it decides where they begin.
     */
    void markUsed(OrgId organization, UserId user, Instant at);
}
