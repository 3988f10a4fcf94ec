package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.code.ClientGrant;
import dev.latchkey.core.code.ClientGrants;
import dev.latchkey.core.code.GrantId;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What clients were given, in SQL. */
record SqlClientGrants(Sql sql) implements ClientGrants {
    private static final Row.Reader<ClientGrant> GRANT = SqlClientGrants::grant;

    @Override
    public void insert(ClientGrant grant, @Nullable TokenHash code) {
        sql.statement(
                        """
                        INSERT INTO client_grants (id, client_id, user_id, session_id, offline,
                                                   scope, claims, nonce, authenticated_at, method,
                                                   code_hash, created_at, expires_at, revoked_at)
                        VALUES (:id, :client, :user, :session, :offline, :scope, :claims, :nonce,
                                :authenticated, :method, :code, :created, :expires, :revoked)
                        """)
                .bind("id", grant.id())
                .bind("client", grant.clientId())
                .bind("user", grant.user())
                .bind("session", grant.session())
                .bind("offline", grant.offline())
                .bind("scope", grant.scope())
                .bind("claims", grant.claims())
                .bind("nonce", grant.nonce())
                .bind("authenticated", grant.authenticatedAt())
                .bind("method", grant.method())
                .bind("code", code)
                .bind("created", grant.createdAt())
                .bind("expires", grant.expiresAt())
                .bind("revoked", grant.revokedAt())
                .execute();
    }

    @Override
    public Optional<ClientGrant> find(GrantId id) {
        return sql.statement("SELECT * FROM client_grants WHERE id = :id")
                .bind("id", id)
                .find(GRANT);
    }

    @Override
    public Optional<ClientGrant> findByCode(TokenHash code) {
        return sql.statement("SELECT * FROM client_grants WHERE code_hash = :code")
                .bind("code", code)
                .find(GRANT);
    }

    @Override
    public List<ClientGrant> ofSession(SessionId session) {
        return sql.statement("SELECT * FROM client_grants WHERE session_id = :session ORDER BY id")
                .bind("session", session)
                .list(GRANT);
    }

    @Override
    public void extend(GrantId id, Instant expiresAt) {
        sql.statement("UPDATE client_grants SET expires_at = :at WHERE id = :id")
                .bind("at", expiresAt)
                .bind("id", id)
                .execute();
    }

    @Override
    public boolean revoke(GrantId id, Instant at) {
        return sql.statement(
                        """
                        UPDATE client_grants SET revoked_at = :at
                         WHERE id = :id AND revoked_at IS NULL
                        """)
                .bind("at", at)
                .bind("id", id)
                .executedOne();
    }

    @Override
    public void revokeOfClient(String clientId, Instant at) {
        sql.statement(
                        """
                        UPDATE client_grants SET revoked_at = :at
                         WHERE client_id = :client AND revoked_at IS NULL
                        """)
                .bind("at", at)
                .bind("client", clientId)
                .execute();
    }

    @Override
    public void revokeOfUser(UserId user, Instant at) {
        sql.statement(
                        """
                        UPDATE client_grants SET revoked_at = :at
                         WHERE user_id = :user AND revoked_at IS NULL
                        """)
                .bind("at", at)
                .bind("user", user)
                .execute();
    }

    @Override
    public void revokeOf(UserId user, String clientId, Instant at) {
        sql.statement(
                        """
                        UPDATE client_grants SET revoked_at = :at
                         WHERE user_id = :user AND client_id = :client AND revoked_at IS NULL
                        """)
                .bind("at", at)
                .bind("user", user)
                .bind("client", clientId)
                .execute();
    }

    private static ClientGrant grant(Row row) throws SQLException {
        return new ClientGrant(
                new GrantId(row.id("id")),
                row.text("client_id"),
                row.userOrNull("user_id"),
                row.sessionOrNull("session_id"),
                row.flag("offline"),
                row.text("scope"),
                row.text("claims"),
                row.textOrNull("nonce"),
                row.timeOrNull("authenticated_at"),
                row.text("method"),
                row.time("created_at"),
                row.time("expires_at"),
                row.timeOrNull("revoked_at"));
    }
}
