package dev.latchkey.bench;

import dev.latchkey.core.session.SessionId;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** A server with a filled store, and what clients ask of it: now this account, now that. */
final class ScaleSide implements AutoCloseable {
    private static final int CLIENTS = 32;
    private static final int SESSIONS_AT_ONCE = 10_000;
    private static final int UNTIL_FORGOTTEN_MILLIS = 500;

    /** The sessions of a small store come round every two seconds; none has more to write then. */
    private static final Map<String, String> ONE_REMEMBERED =
            Map.of("LATCHKEY_TOKENS_REFRESH_REUSE_GRACE", "1s");

    private final ScaleStore store;
    private final LatchkeyPeer server;
    private final int hash;
    private final Spread spread;
    private final IntFunction<SessionId> sessionIds;
    private final AtomicLong users = new AtomicLong();
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong refreshed;
    private final Map<Integer, String> successors = new ConcurrentHashMap<>();

    private ScaleSide(ScaleStore store, LatchkeyPeer server, int hash) throws IOException {
        this.store = store;
        this.server = server;
        this.hash = hash;
        this.spread = store.spread();
        this.sessionIds = store.sessionIds();
        this.refreshed = new AtomicLong(store.begin());
    }

    /**
     * @param hash which of the two kinds of password hashes the server makes
     * @param more of its settings
     */
    static ScaleSide start(ScaleStore store, int hash, Map<String, String> more)
            throws IOException, InterruptedException {
        var settings = new HashMap<>(ONE_REMEMBERED);
        settings.putAll(more);
        if (hash == 1) {
            settings.put("LATCHKEY_PASSWORD_MEMORY_KIB", "1024");
            settings.put("LATCHKEY_PASSWORD_ITERATIONS", "1");
        }
        return new ScaleSide(store, store.start(settings), hash);
    }

    double signIns(int seconds) throws InterruptedException {
        return load(seconds)
                .perSecond(_ ->
                        connection -> LatchkeyPeer.signIn(connection, ScaleRows.email(nextUser())));
    }

    /** Those whose hash the server would make itself: every second one. */
    private int nextUser() {
        var user = spread.at(users.getAndIncrement());
        while (ScaleRows.hashOf(user) != hash) {
            user = spread.at(users.getAndIncrement());
        }
        return user;
    }

    /** Each session once, and then, when all is forgotten, others. */
    double firstChecks(int seconds) throws InterruptedException, SQLException {
        var requests = sessionsAtOnce();
        double took = 0;
        var parts = 0;
        while (took < seconds) {
            letForget();
            took += requests / load(seconds).perSecond(_ -> this::checkNext, requests);
            parts++;
        }
        return requests * parts / took;
    }

    private void checkNext(Connection connection) throws IOException {
        check(connection, checked.getAndIncrement());
    }

    private int sessionsAtOnce() {
        return Math.min(SESSIONS_AT_ONCE, spread.count());
    }

    private void letForget() throws SQLException, InterruptedException {
        store.filling().letForget();
        Thread.sleep(UNTIL_FORGOTTEN_MILLIS);
    }

    /** The same sessions again and again. */
    double furtherChecks(int seconds) throws InterruptedException {
        var at = sessionsAtOnce();
        return load(seconds)
                .perSecond(_ -> connection -> check(connection, checked.getAndIncrement() % at));
    }

    private void check(Connection connection, long index) throws IOException {
        var cookie = "Cookie: trieve_session=" + cookie(spread.at(index));
        var answer = connection.send("GET", "/trieve/api/auth/me", cookie + "\r\n", "");
        if (answer.status() != 200) {
            throw new IOException("a check was answered " + answer);
        }
    }

    private String cookie(int session) {
        return ScaleSecret.cookie(session, sessionIds.apply(session).value()).text();
    }

    /** Each session once, and then others; those of a small store again with what they got. */
    double refreshes(int seconds) throws InterruptedException {
        return load(seconds).perSecond(_ -> this::refreshOnce);
    }

    /** A client of either store has the same to do: it makes a token that is not needed, too. */
    private void refreshOnce(Connection connection) throws IOException {
        var session = spread.at(refreshed.getAndIncrement());
        var token = successors.getOrDefault(session, first(session));
        var successor = AivoRefreshes.successor(connection, token);
        if (spread.count() < ScaleStore.KEPT_FROM) {
            successors.put(session, successor);
        }
    }

    private String first(int session) {
        return ScaleSecret.refresh(session, sessionIds.apply(session).value()).text();
    }

    private Load load(int seconds) {
        return new Load(server.peer().url(), CLIENTS, seconds);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        store.used(Math.toIntExact(refreshed.get()));
        server.close();
    }
}
