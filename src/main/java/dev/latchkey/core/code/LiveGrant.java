package dev.latchkey.core.code;

import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.session.SessionLife;
import dev.latchkey.core.session.Sessions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/** Whether a grant is still good: itself, its user, and its session unless it outlives that. */
public record LiveGrant(Sessions sessions, Accounts accounts, SessionLife life) {

    /**
     * A grant that is good.
     *
     * @param user null where a client acts for itself
     */
    public record Good(ClientGrant grant, @Nullable User user) {}

    public Optional<Good> check(ClientGrant grant, Instant now) {
        if (!grant.isLive(now) || !hasSession(grant, now)) {
            return Optional.empty();
        }
        var user = grant.user();
        return user == null
                ? Optional.of(new Good(grant, null))
                : accounts.find(user).filter(User::isActive).map(found -> new Good(grant, found));
    }

    private boolean hasSession(ClientGrant grant, Instant now) {
        var session = grant.session();
        return grant.offline()
                || session == null
                || sessions.find(session).filter(found -> life.isLive(found, now)).isPresent();
    }
}
