package dev.latchkey.bench;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** By Aivo's API. */
record AivoRefreshes(String email) implements Refreshes.Dialect {
    @Override
    public String signIn(Connection connection) throws IOException {
        return LatchkeyPeer.signIn(connection, email).refresh();
    }

    @Override
    public Connection.Answer refresh(Connection connection, String token) throws IOException {
        var body = "{\"refreshToken\":\"" + token + "\"}";
        return connection.post("/aivo/auth/v1/refresh", "application/json", body);
    }

    /** The token that follows one in its session. */
    static String successor(Connection connection, String token) throws IOException {
        var aivo = new AivoRefreshes("");
        var answer = aivo.refresh(connection, token);
        if (answer.status() != 200) {
            throw new IOException("a refresh was answered " + answer);
        }
        return JsonMapper.shared().readTree(answer.body()).path(aivo.field()).asString();
    }

    @Override
    public String field() {
        return "refreshToken";
    }
}
