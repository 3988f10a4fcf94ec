package dev.latchkey.core.session;

import dev.latchkey.core.Transactions;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.core.token.ApiTokens;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Gathers when credentials were last used and writes it down in batches, so that a check never
 * waits for the disk.
 */
public final class Activity {
    /** Some ten milliseconds' work for a disk that is busy. */
    private static final int SLICE = 500;

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

    /**
     * Writes down everything gathered so far, some at a time: however many there are, no other
     * write waits long behind them. What cannot be written is kept for the next time.
     */
    public void flush() {
        flush(sessionsSeen, Comparator.comparingLong(SessionId::number), sessions::markSeen);
        flush(tokensSeen, Comparator.comparing(ApiTokenId::value), apiTokens::markUsed);
    }

    /** In the order of their ids, since neighbours lie together in the store. */
    private <K> void flush(
            Map<K, Instant> gathered, Comparator<K> by, Consumer<Map<K, Instant>> mark) {
        var all = new HashMap<>(gathered);
        var order = all.keySet().stream().sorted(by).toList();
        for (int from = 0; from < order.size(); from += SLICE) {
            var slice = new HashMap<K, Instant>();
            order.subList(from, Math.min(from + SLICE, order.size()))
                    .forEach(key -> slice.put(key, all.get(key)));
            transactions.writing(() -> mark.accept(slice));
            slice.forEach(gathered::remove);
        }
    }
}
