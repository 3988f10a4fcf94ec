package dev.latchkey.store;

import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.session.SessionSecret;

import java.util.List;

/**
 * What carries sessions, in SQL. The first cookie and the first family of refresh tokens lie in
 * their session's row, where a check and a refresh look anyway; others have tables of their own.
 */
record SqlSessionSecrets(Sql sql) {
    private static final String ADD_FIRST =
            """
            UPDATE sessions
               SET refresh_hash = :refresh, refresh_expires_at = :refresh_expires,
                   refresh_used = :refresh_used
             WHERE id = :id AND refresh_hash IS NULL
            """;

    private static final String ADD_FURTHER =
            """
            INSERT INTO refresh_families (session_id, family,
                                          refresh_hash, refresh_expires_at, refresh_used)
            VALUES (:id, :family, :refresh, :refresh_expires, :refresh_used)
            """;

    private static final String ADD_COOKIE =
            "INSERT INTO session_cookies (session_id, hash) VALUES (:id, :cookie)";

    /** Binds all columns of both kinds. */
    Statement bind(Statement statement, SessionSecret secret) {
        return switch (secret) {
            case SessionSecret.Cookie(var hash) ->
                    statement
                            .bind("cookie", hash)
                            .bind("refresh", null)
                            .bind("refresh_expires", null)
                            .bind("refresh_used", null);
            case SessionSecret.Refresh refresh -> bind(statement, refresh).bind("cookie", null);
        };
    }

    private static Statement bind(Statement statement, SessionSecret.Refresh refresh) {
        return statement
                .bind("refresh", refresh.hash())
                .bind("refresh_expires", refresh.expiresAt())
                .bind("refresh_used", UsedTokens.write(List.of()));
    }

    void add(SessionId session, SessionSecret secret) {
        switch (secret) {
            case SessionSecret.Cookie(var hash) ->
                    sql.statement(ADD_COOKIE).bind("id", session).bind("cookie", hash).execute();
            case SessionSecret.Refresh refresh -> sql.writing(() -> add(session, refresh));
        }
    }

    private void add(SessionId session, SessionSecret.Refresh refresh) {
        if (!bind(sql.statement(ADD_FIRST).bind("id", session), refresh).executedOne()) {
            bind(sql.statement(ADD_FURTHER).bind("id", session), refresh)
                    .bind("family", refresh.hash().a())
                    .execute();
        }
    }
}
