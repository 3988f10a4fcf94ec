package dev.latchkey.core.session;

import dev.latchkey.core.account.UserId;

import java.time.Clock;
import java.util.List;

/** Where somebody is signed in right now. */
public final class ListSessions {
    private final Sessions sessions;
    private final SessionLife life;
    private final Clock clock;

    public ListSessions(Sessions sessions, SessionLife life, Clock clock) {
        this.sessions = sessions;
        this.life = life;
        this.clock = clock;
    }

    /** Those that live, newest first. */
    public List<Session> run(UserId user) {
        var now = clock.instant();
        return sessions.liveOf(user, now).stream()
                .filter(session -> life.isLive(session, now))
                .toList();
    }
}
