package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.session.SessionSecret;
import dev.latchkey.core.session.Sessions;
import dev.latchkey.core.token.TokenHash;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions and their cookies in SQL. */
record SqlSessions(Sql sql) implements Sessions {
    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "user_id",
                    "organization_id",
                    "created_at",
                    "authenticated_at",
                    "method",
                    "expires_at",
                    "last_seen_at",
                    "revoked_at",
                    "address",
                    "user_agent",
                    "door");

    private static final Row.Reader<Session> SESSION = SqlSessions::session;
    private static final Row.Reader<Owned> OWNED =
            row -> new Owned(session(row.part("s")), SqlAccounts.user(row.part("u")));

    private static final String INSERT =
            """
            INSERT INTO sessions (id, user_id, user_number, organization_id,
                                  created_at, authenticated_at, method,
                                  expires_at, last_seen_at, revoked_at,
                                  address, user_agent, door,
                                  cookie_hash, refresh_hash, refresh_expires_at, refresh_used)
            VALUES (:id, :user, (SELECT number FROM users WHERE id = :user), :organization,
                    :created, :authenticated, :method,
                    :expires, :seen, :revoked,
                    :address, :agent, :door,
                    :cookie, :refresh, :refresh_expires, :refresh_used)
            ON CONFLICT (id) DO NOTHING
            """;

    /** What somebody sees of it who does not refresh. */
    private static final String SELECT =
            "SELECT " + String.join(", ", COLUMNS) + " FROM sessions s WHERE ";

    private static final String BY_ID = SELECT + "id = :id";

    /** CROSS says to SQLite which comes first. */
    private static final String OWNED_BY_ID =
            """
            SELECT %s, %s
              FROM sessions s
             CROSS JOIN users u
             WHERE s.id = :id AND u.number = s.user_number
            """
                    .formatted(Row.of("s", COLUMNS), Row.of("u", SqlAccounts.COLUMNS));

    private static final String OWNED_BY_COOKIE =
            OWNED_BY_ID
                    + """
                    AND (s.cookie_hash = :hash
                         OR EXISTS (SELECT 1 FROM session_cookies c
                                     WHERE c.session_id = s.id AND c.hash = :hash))
                    """;

    private static final String LIVE =
            SELECT
                    + """
                    user_id = :user AND revoked_at IS NULL AND expires_at > :now
                     ORDER BY created_at DESC, id DESC
                    """;

    @Override
    public boolean insert(Session session, SessionSecret secret) {
        var statement =
                sql.statement(INSERT)
                        .bind("id", session.id())
                        .bind("user", session.user())
                        .bind("organization", session.organization())
                        .bind("created", session.createdAt())
                        .bind("authenticated", session.authenticatedAt())
                        .bind("method", session.method())
                        .bind("expires", session.expiresAt())
                        .bind("seen", session.lastSeenAt())
                        .bind("revoked", session.revokedAt())
                        .bind("address", session.address())
                        .bind("agent", session.userAgent())
                        .bind("door", session.door());
        return new SqlSessionSecrets(sql).bind(statement, secret).executedOne();
    }

    @Override
    public void add(SessionId session, SessionSecret secret) {
        new SqlSessionSecrets(sql).add(session, secret);
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return sql.statement(BY_ID).bind("id", id).find(SESSION);
    }

    @Override
    public Optional<Owned> findOwned(SessionId id) {
        return sql.statement(OWNED_BY_ID).bind("id", id).find(OWNED);
    }

    @Override
    public Optional<Owned> findByCookie(SessionId id, TokenHash cookie) {
        return sql.statement(OWNED_BY_COOKIE).bind("id", id).bind("hash", cookie).find(OWNED);
    }

    @Override
    public boolean revoke(SessionId id, Instant at, String reason) {
        return sql.statement(
                        """
                        UPDATE sessions SET revoked_at = :at, revoke_reason = :reason
                         WHERE id = :id AND revoked_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("reason", reason)
                .bind("id", id)
                .executedOne();
    }

    @Override
    public int revokeAll(UserId user, Instant at, String reason) {
        return sql.statement(
                        """
                        UPDATE sessions SET revoked_at = :at, revoke_reason = :reason
                         WHERE user_id = :user AND revoked_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("reason", reason)
                .bind("user", user)
                .execute();
    }

    @Override
    public int revokeOthers(UserId user, SessionId kept, Instant at, String reason) {
        return sql.statement(
                        """
                        UPDATE sessions SET revoked_at = :at, revoke_reason = :reason
                         WHERE user_id = :user AND id <> :kept
                           AND revoked_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("reason", reason)
                .bind("user", user)
                .bind("kept", kept)
                .execute();
    }

    @Override
    public void prove(SessionId id, String method, Instant at) {
        sql.statement(
                        """
                        UPDATE sessions SET method = :method, authenticated_at = :at
                         WHERE id = :id
                        """)
                .bind("method", method)
                .bind("at", at)
                .bind("id", id)
                .execute();
    }

    @Override
    public List<Session> liveOf(UserId user, Instant now) {
        return sql.statement(LIVE).bind("user", user).bind("now", now).list(SESSION);
    }

    /** In order of id, so that two nodes that mark the same sessions never wait for each other. */
    @Override
    public void markSeen(Map<SessionId, Instant> lastSeen) {
        Marks.write(
                sql,
                """
                UPDATE sessions SET last_seen_at = :at
                 WHERE id = :id AND last_seen_at < :at
                """,
                lastSeen,
                Comparator.comparingLong(SessionId::number));
    }

    static Session session(Row row) throws SQLException {
        return new Session(
                row.session("id"),
                row.user("user_id"),
                row.organizationOrNull("organization_id"),
                row.time("created_at"),
                row.time("authenticated_at"),
                row.word("method"),
                row.time("expires_at"),
                row.time("last_seen_at"),
                row.timeOrNull("revoked_at"),
                row.text("address"),
                row.word("user_agent"),
                row.word("door"));
    }
}
