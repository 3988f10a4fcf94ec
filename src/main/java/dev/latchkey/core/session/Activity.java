package dev.latchkey.core.session;

import dev.latchkey.core.Transactions;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.ApiTokens;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers when credentials were last used and writes it down in batches, so that a check never
 * waits for the disk.
 */
public final class Activity {
    private final Map<SessionId, Instant> sessionsSeen = new ConcurrentHashMap<>();
    private final Map<ApiTokenId, Instant> tokensSeen = new ConcurrentHashMap<>();
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final Transactions transactions;

    public Activity(Sessions sessions, ApiTokens apiTokens, Transactions transactions) {
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.transactions = transactions;
    }

    void seen(SessionId session, Instant now) {
        sessionsSeen.put(session, now);
    }

    void note(Checked checked, Instant now) {
        var session = checked.session();
        if (session != null) {
            seen(session.id(), now);
        }
        var token = checked.apiToken();
        if (token != null) {
            tokensSeen.put(token, now);
        }
    }

    /** Writes down everything gathered so far. What cannot be written is kept for the next time. */
    public void flush() {
        var seen = new HashMap<>(sessionsSeen);
        var used = new HashMap<>(tokensSeen);
        if (!seen.isEmpty() || !used.isEmpty()) {
            transactions.writing(() -> {
                sessions.markSeen(seen);
                apiTokens.markUsed(used);
            });
            seen.forEach(sessionsSeen::remove);
            used.forEach(tokensSeen::remove);
        }
    }
}
