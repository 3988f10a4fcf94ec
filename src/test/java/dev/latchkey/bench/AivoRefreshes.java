package dev.latchkey.bench;

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

    @Override
    public String field() {
        return "refreshToken";
    }
}
