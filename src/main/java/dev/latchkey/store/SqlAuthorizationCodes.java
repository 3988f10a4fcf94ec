package dev.latchkey.store;

import dev.latchkey.core.code.AuthorizationCode;
import dev.latchkey.core.code.AuthorizationCodes;
import dev.latchkey.core.token.TokenHash;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Authorization codes in SQL. */
record SqlAuthorizationCodes(Sql sql) implements AuthorizationCodes {
    private static final Row.Reader<AuthorizationCode> CODE = SqlAuthorizationCodes::code;

    @Override
    public void insert(TokenHash hash, AuthorizationCode code) {
        sql.statement(
                        """
                        INSERT INTO authorization_codes (hash, client_id, redirect_uri,
                                                         session_id, scope, claims, nonce, challenge,
                                                         created_at, expires_at, used_at)
                        VALUES (:hash, :client, :redirect, :session, :scope, :claims,
                                :nonce, :challenge, :created, :expires, :used)
                        """)
                .bind("hash", hash)
                .bind("client", code.clientId())
                .bind("redirect", code.redirectUri())
                .bind("session", code.session())
                .bind("scope", code.scope())
                .bind("claims", code.claims())
                .bind("nonce", code.nonce())
                .bind("challenge", code.challenge())
                .bind("created", code.createdAt())
                .bind("expires", code.expiresAt())
                .bind("used", code.usedAt())
                .execute();
    }

    @Override
    public Optional<AuthorizationCode> find(TokenHash hash) {
        return sql.statement("SELECT * FROM authorization_codes WHERE hash = :hash")
                .bind("hash", hash)
                .find(CODE);
    }

    @Override
    public boolean use(TokenHash hash, Instant at) {
        return sql.statement(
                        """
                        UPDATE authorization_codes SET used_at = :at
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("hash", hash)
                .executedOne();
    }

    private static AuthorizationCode code(Row row) throws SQLException {
        return new AuthorizationCode(
                row.text("client_id"),
                row.text("redirect_uri"),
                row.session("session_id"),
                row.text("scope"),
                row.text("claims"),
                row.textOrNull("nonce"),
                row.textOrNull("challenge"),
                row.time("created_at"),
                row.time("expires_at"),
                row.timeOrNull("used_at"));
    }
}
