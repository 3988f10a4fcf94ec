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
     * @param until when that ends, unless it is ended or used before
     */
    public record Good(ClientGrant grant, @Nullable User user, Instant until) {}

    public Optional<Good> check(ClientGrant grant, Instant now) {
        if (!grant.isLive(now)) {
            return Optional.empty();
        }
        return end(grant, now).flatMap(end -> withUser(grant, end));
    }

    private Optional<Good> withUser(ClientGrant grant, Instant end) {
        var user = grant.user();
        return user == null
                ? Optional.of(new Good(grant, null, end))
                : accounts.find(user)
                        .filter(User::isActive)
                        .map(found -> new Good(grant, found, end));
    }

    /** Its own, or its session's when that is sooner; nothing when the session has ended. */
    private Optional<Instant> end(ClientGrant grant, Instant now) {
        var session = grant.session();
        if (grant.offline() || session == null) {
            return Optional.of(grant.expiresAt());
        }
        return sessions.find(session)
                .filter(found -> life.isLive(found, now))
                .map(life::end)
                .map(end -> end.isBefore(grant.expiresAt()) ? end : grant.expiresAt());
    }
}
