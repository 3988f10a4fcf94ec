package dev.latchkey.store;

import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Refresh tokens in SQL. */
record SqlRefreshTokens(Sql sql) implements RefreshTokens {
    private static final Row.Reader<Kept> KEPT =
            row ->
                    new Kept(
                            new SessionId(row.id("session_id")),
                            row.time("created_at"),
                            row.time("expires_at"),
                            row.timeOrNull("used_at"),
                            row.bytesOrNull("sealed_successor"));

    private static final String OPEN =
            """
            SELECT r.session_id, r.created_at, r.expires_at, r.used_at, r.sealed_successor,
                   %s, %s, %s, %s AS enrolled
              FROM refresh_tokens r
              JOIN sessions s ON s.id = r.session_id
              JOIN users u ON u.id = s.user_id
              LEFT JOIN members m ON m.organization_id = s.organization_id AND m.user_id = u.id
              LEFT JOIN organizations o ON o.id = m.organization_id
             WHERE r.hash = :hash
            """
                    .formatted(
                            Row.of("s", SqlSessions.COLUMNS),
                            Row.of("u", SqlAccounts.COLUMNS),
                            SqlMembers.COLUMNS,
                            SqlEnrolments.EXISTS.formatted("u.id"));

    @Override
    public Optional<Opened> open(TokenHash hash) {
        return sql.statement(OPEN)
                .bind("hash", hash)
                .find(row ->
                        new Opened(
                                KEPT.read(row),
                                SqlSessions.session(row.part("s")),
                                SqlAccounts.user(row.part("u")),
                                membership(row.part("m")),
                                row.flag("enrolled")));
    }

    private static @Nullable Membership membership(Row row) throws SQLException {
        return row.textOrNull("role") == null ? null : SqlMembers.membership(row);
    }

    @Override
    public void insert(TokenHash hash, SessionId session, Instant createdAt, Instant expiresAt) {
        sql.statement(
                        """
                        INSERT INTO refresh_tokens (hash, session_id, created_at, expires_at)
                        VALUES (:hash, :session, :created, :expires)
                        """)
                .bind("hash", hash)
                .bind("session", session)
                .bind("created", createdAt)
                .bind("expires", expiresAt)
                .execute();
    }

    @Override
    public Optional<Kept> find(TokenHash hash) {
        return sql.statement("SELECT * FROM refresh_tokens WHERE hash = :hash")
                .bind("hash", hash)
                .find(KEPT);
    }

    @Override
    public boolean use(TokenHash hash, Instant at, byte[] sealedSuccessor) {
        return sql.statement(
                        """
                        UPDATE refresh_tokens SET used_at = :at, sealed_successor = :successor
                         WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
                        """)
                .bind("at", at)
                .bind("successor", sealedSuccessor)
                .bind("hash", hash)
                .executedOne();
    }
}
