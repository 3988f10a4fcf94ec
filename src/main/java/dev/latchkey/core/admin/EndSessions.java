package dev.latchkey.core.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.RevokeApiToken;

import org.jspecify.annotations.Nullable;

/**
 * An administrator signs somebody out, or takes a token from them. When it returns, what it ended
 * is refused in every API.
 */
public final class EndSessions {
    private static final String REASON = "revoked by an administrator";

    private final Accounts accounts;
    private final EndSession endSession;
    private final RevokeApiToken revoke;
    private final Administrators administrators;

    public EndSessions(
            Accounts accounts,
            EndSession endSession,
            RevokeApiToken revoke,
            Administrators administrators) {
        this.accounts = accounts;
        this.endSession = endSession;
        this.revoke = revoke;
        this.administrators = administrators;
    }

    /**
     * One of somebody's sessions. Refuses with NotAllowed and SessionUnknown.
     *
     * @param actor null for the command line
     */
    public void one(UserId user, SessionId session, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        endSession.ofUser(user, session, actor, origin);
    }

    /**
     * Every session, in every API; gives how many. API tokens stay. Refuses with NotAllowed and
     * AccountUnknown.
     *
     * @param actor null for the command line
     */
    public int all(UserId user, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        accounts.require(user);
        return endSession.all(user, actor, REASON, origin);
    }

    /**
     * One of somebody's API tokens. Refuses with NotAllowed and ApiTokenUnknown.
     *
     * @param actor null for the command line
     */
    public void token(UserId user, ApiTokenId token, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        revoke.run(user, token, actor, origin);
    }
}
