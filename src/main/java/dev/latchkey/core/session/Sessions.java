package dev.latchkey.core.session;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of sessions and of the cookies that carry them. */
public interface Sessions {

    /**
     * A session and whose it is.
     *
     * @param user who signed in last when the session began, or later
     * @param memberships where they belong, or null: that has to be asked
     */
    record Owned(Session session, User user, @Nullable List<Membership> memberships) {}

    /**
     * False, and nothing is kept, when another session is called the same. Inside a transaction
     * that changes the user as well, it comes after that.
     *
     * @param secret what carries it first
     */
    boolean insert(Session session, SessionSecret secret);

    /** Lets something more carry a session. */
    void add(SessionId session, SessionSecret secret);

    Optional<Session> find(SessionId id);

    /** The same with its user, in one look. */
    Optional<Owned> findOwned(SessionId id);

    /**
     * @param id the session that the cookie names
     */
    Optional<Owned> findByCookie(SessionId id, TokenHash cookie);

    /** True when it was live until now. */
    boolean revoke(SessionId id, Instant at, String reason);

    /** Ends every live session of a user; gives how many. */
    int revokeAll(UserId user, Instant at, String reason);

    /** The same for all but one; gives how many. */
    int revokeOthers(UserId user, SessionId kept, Instant at, String reason);

    /** Notes that more was proven just now. */
    void prove(SessionId id, String method, Instant at);

    /** Those not revoked and not expired, newest first. */
    List<Session> liveOf(UserId user, Instant now);

    void markSeen(Map<SessionId, Instant> lastSeen);
}
