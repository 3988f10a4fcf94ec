package dev.latchkey.store;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.session.SessionSecret;
import dev.latchkey.core.session.Sessions;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

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
    private static final Row.Reader<Found> FOUND = SqlSessions::found;

    private static final String INSERT =
            """
            INSERT INTO sessions (id, user_id, user_number, organization_id,
                                  created_at, authenticated_at, method,
                                  expires_at, last_seen_at, revoked_at,
                                  address, user_agent, door,
                                  cookie_hash, refresh_hash, refresh_expires_at, refresh_used,
                                  principal)
            VALUES (:id, :user, :number, :organization,
                    :created, :authenticated, :method,
                    :expires, :seen, :revoked,
                    :address, :agent, :door,
                    :cookie, :refresh, :refresh_expires, :refresh_used,
                    :principal)
            ON CONFLICT (id) DO NOTHING
            """;

    /** What somebody sees of it who does not refresh. */
    private static final String SELECT =
            "SELECT " + String.join(", ", COLUMNS) + " FROM sessions s WHERE ";

    private static final String BY_ID = SELECT + "id = :id";

    /** Of {@link #FOUND_AMONG}: a session, and whose it is. */
    static final String FOUND_COLUMNS =
            "%s, s.principal AS s_principal, %s"
                    .formatted(Row.of("s", COLUMNS), Row.of("o", SqlOrganizations.COLUMNS));

    static final String FOUND_AMONG =
            "sessions s LEFT JOIN organizations o ON o.id = s.organization_id";

    private static final String FOUND_BY_ID =
            "SELECT %s FROM %s WHERE s.id = :id".formatted(FOUND_COLUMNS, FOUND_AMONG);

    private static final String FOUND_BY_COOKIE =
            FOUND_BY_ID
                    + """
                     AND (s.cookie_hash = :hash
                          OR EXISTS (SELECT 1 FROM session_cookies c
                                      WHERE c.session_id = s.id AND c.hash = :hash))
                    """;

    private static final Marks SEEN =
            new Marks(
                    """
                    UPDATE sessions SET last_seen_at = m.column2 FROM (VALUES :marks) m
                     WHERE sessions.id = m.column1 AND last_seen_at < m.column2
                    """);

    private static final String LIVE =
            SELECT
                    + """
                    user_id = :user AND revoked_at IS NULL AND expires_at > :now
                     ORDER BY created_at DESC, id DESC
                    """;

    /**
     * A session, and whose it is.
     *
     * @param principal null when something of it has changed
     * @param organization where the session acts; null without
     */
    record Found(
            Session session, @Nullable Principal principal, @Nullable Organization organization) {}

    @Override
    public boolean insert(Session session, SessionSecret secret) {
        return sql.write(
                () -> insert(session, secret, new SqlPrincipals(sql).held(session.user())));
    }

    private boolean insert(Session session, SessionSecret secret, Principal principal) {
        var statement =
                sql.statement(INSERT)
                        .bind("id", session.id())
                        .bind("user", session.user())
                        .bind("number", principal.user().number())
                        .bind("principal", principal.column())
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
        return sql.statement(FOUND_BY_ID).bind("id", id).find(FOUND).flatMap(this::owned);
    }

    @Override
    public Optional<Owned> findByCookie(SessionId id, TokenHash cookie) {
        return sql.statement(FOUND_BY_COOKIE)
                .bind("id", id)
                .bind("hash", cookie)
                .find(FOUND)
                .flatMap(this::owned);
    }

    private Optional<Owned> owned(Found found) {
        var session = found.session();
        var principal = found.principal();
        if (principal == null) {
            return new SqlAccounts(sql)
                    .find(session.user())
                    .map(user -> new Owned(session, user, null));
        }
        var memberships = principal.memberships(found.organization());
        return Optional.of(new Owned(session, principal.user(), memberships));
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

    @Override
    public void markSeen(Map<SessionId, Instant> lastSeen) {
        SEEN.write(sql, lastSeen, Comparator.comparingLong(SessionId::number));
    }

    static Found found(Row row) throws SQLException {
        var session = session(row.part("s"));
        var principal = Principal.read(session.user(), row.part("s").bytesOrNull("principal"));
        var organization = row.part("o");
        return new Found(
                session,
                principal.orElse(null),
                organization.textOrNull("slug") == null
                        ? null
                        : SqlOrganizations.organization(organization));
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
