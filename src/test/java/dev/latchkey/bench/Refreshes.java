package dev.latchkey.bench;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Refreshes with rotation: every client goes on with the token that it was given last. */
final class Refreshes {
    private static final int CLIENTS = 32;

    /** How a server is asked for the next token. */
    interface Dialect {
        /** A refresh token of a session of its own. */
        String signIn(Connection connection) throws IOException;

        Connection.Answer refresh(Connection connection, String token) throws IOException;

        /** The successor's name in the answer. */
        String field();
    }

    private final URI server;
    private final Dialect dialect;
    private final ConcurrentMap<Integer, String> tokens = new ConcurrentHashMap<>();

    Refreshes(URI server, Dialect dialect) {
        this.server = server;
        this.dialect = dialect;
    }

    double perSecond(int seconds) throws InterruptedException {
        return new Load(server, CLIENTS, seconds).perSecond(client -> c -> step(c, client));
    }

    private void step(Connection connection, int client) throws IOException {
        var token = tokens.get(client);
        if (token == null) {
            token = dialect.signIn(connection);
        }
        var answer = dialect.refresh(connection, token);
        if (answer.status() != 200) {
            throw new IOException("a refresh was answered " + answer);
        }
        var next = JsonMapper.shared().readTree(answer.body()).path(dialect.field()).asString();
        if (next.equals(token)) {
            throw new IOException("the token was not rotated");
        }
        tokens.put(client, next);
    }
}
