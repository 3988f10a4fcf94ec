package dev.latchkey.store;

import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            SELECT r.hash, r.session_id, r.created_at, r.expires_at, r.used_at, r.sealed_successor,
                   %s, %s, %s, %s AS enrolled
              FROM refresh_tokens r
              JOIN sessions s ON s.id = r.session_id
              JOIN users u ON u.id = s.user_id
              LEFT JOIN members m ON m.organization_id = s.organization_id AND m.user_id = u.id
              LEFT JOIN organizations o ON o.id = m.organization_id
             WHERE r.hash IN (:hash)
            """
                    .formatted(
                            Row.of("s", SqlSessions.COLUMNS),
                            Row.of("u", SqlAccounts.COLUMNS),
                            SqlMembers.COLUMNS,
                            SqlEnrolments.EXISTS.formatted("u.id"));

    private static final Row.Reader<Map.Entry<TokenHash, Opened>> FOUND =
            row -> Map.entry(TokenHash.of(row.bytes("hash")), opened(row));

    private static final Several OPEN_SEVERAL = new Several(OPEN, "hash");

    private static final Comparator<Exchange> BY_TOKEN =
            Comparator.comparing(Exchange::token, TokenHash.IN_ORDER);

    private static final String USE =
            """
            UPDATE refresh_tokens SET used_at = :at, sealed_successor = :successor
             WHERE hash = :hash AND used_at IS NULL AND expires_at > :at
            """;

    private static final String INSERT =
            """
            INSERT INTO refresh_tokens (hash, session_id, created_at, expires_at)
            VALUES (:hash, :session, :created, :expires)
            """;

    @Override
    public Map<TokenHash, Opened> open(Set<TokenHash> hashes) {
        return hashes.isEmpty()
                ? Map.of()
                : OPEN_SEVERAL.statement(sql, List.copyOf(hashes)).list(FOUND).stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Opened opened(Row row) throws SQLException {
        return new Opened(
                KEPT.read(row),
                SqlSessions.session(row.part("s")),
                SqlAccounts.user(row.part("u")),
                membership(row.part("m")),
                row.flag("enrolled"));
    }

    private static @Nullable Membership membership(Row row) throws SQLException {
        return row.textOrNull("role") == null ? null : SqlMembers.membership(row);
    }

    @Override
    public void insert(TokenHash hash, SessionId session, Instant createdAt, Instant expiresAt) {
        sql.statement(INSERT)
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

    /** In the order of their hashes, so that two nodes never wait for each other in a circle. */
    @Override
    public Set<TokenHash> exchange(List<Exchange> all, Instant at) {
        var inOrder = all.stream().sorted(BY_TOKEN).toList();
        return sql.write(() -> {
            var used = sql.changes(USE, inOrder.stream().map(one -> use(one, at)).toList());
            var won =
                    IntStream.range(0, used.length)
                            .filter(i -> used[i] == 1)
                            .mapToObj(inOrder::get)
                            .toList();
            sql.changes(INSERT, won.stream().map(one -> successor(one, at)).toList());
            return won.stream().map(Exchange::token).collect(Collectors.toUnmodifiableSet());
        });
    }

    private static Map<String, @Nullable Object> use(Exchange one, Instant at) {
        return Map.of("at", at, "successor", one.sealedSuccessor(), "hash", one.token());
    }

    private static Map<String, @Nullable Object> successor(Exchange one, Instant at) {
        return Map.of(
                "hash", one.successor(),
                "session", one.session(),
                "created", at,
                "expires", one.successorExpiresAt());
    }
}
