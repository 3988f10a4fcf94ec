package dev.latchkey.store;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.session.RefreshFamily;
import dev.latchkey.core.session.RefreshKey;
import dev.latchkey.core.session.RefreshTokens;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.TokenHash;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Refresh tokens in SQL: a session's first family in its own row, others in rows of their own.
 *
 * <p>CROSS says to SQLite that sessions are looked up first, whatever its statistics are of.
 */
record SqlRefreshTokens(Sql sql) implements RefreshTokens {
    private static final String OPEN =
            """
            SELECT %s, s.id AS session_id, s.refresh_hash, s.refresh_expires_at, s.refresh_used,
                   %s AS enrolled
              FROM %s
             WHERE s.id IN (:session)
            """
                    .formatted(
                            SqlSessions.FOUND_COLUMNS,
                            SqlEnrolments.EXISTS.formatted("s.user_id"),
                            SqlSessions.FOUND_AMONG);

    /** Of sessions that do not tell any more whose they are. */
    private static final String OPEN_WITH_USERS =
            """
            SELECT %s, s.id AS session_id, s.refresh_hash, s.refresh_expires_at, s.refresh_used,
                   %s, %s, %s AS enrolled
              FROM sessions s
             CROSS JOIN users u
              LEFT JOIN members m ON m.organization_id = s.organization_id AND m.user_id = u.id
              LEFT JOIN organizations o ON o.id = m.organization_id
             WHERE s.id IN (:session) AND u.number = s.user_number
            """
                    .formatted(
                            Row.of("s", SqlSessions.COLUMNS),
                            Row.of("u", SqlAccounts.COLUMNS),
                            SqlMembers.COLUMNS,
                            SqlEnrolments.EXISTS.formatted("u.id"));

    private static final String FURTHER =
            """
            SELECT session_id, refresh_hash, refresh_expires_at, refresh_used
              FROM refresh_families WHERE session_id IN (:session)
            """;

    private static final Several OPEN_SEVERAL = Several.of(OPEN, "session");
    private static final Several OPEN_SEVERAL_WITH_USERS = Several.of(OPEN_WITH_USERS, "session");
    private static final Several OPEN_FURTHER = Several.of(FURTHER, "session");

    private static final String USE_FIRST =
            """
            UPDATE sessions
               SET refresh_hash = :successor, refresh_expires_at = :expires, refresh_used = :used,
                   last_seen_at = CASE WHEN last_seen_at < :at THEN :at ELSE last_seen_at END
             WHERE id = :session AND refresh_hash = :token AND refresh_expires_at > :at
               AND revoked_at IS NULL
            """;

    private static final String USE_FURTHER =
            """
            UPDATE refresh_families
               SET refresh_hash = :successor, refresh_expires_at = :expires, refresh_used = :used
             WHERE session_id = :session AND refresh_hash = :token AND refresh_expires_at > :at
            """;

    /** So that two nodes never wait for each other in a circle. */
    private static final Comparator<Exchange> BY_SESSION =
            Comparator.comparingLong((Exchange one) -> one.key().session().number())
                    .thenComparingLong(one -> one.key().token().a());

    private static final Row.Reader<Looked> LOOKED =
            row -> new Looked(row.session("session_id"), found(row));

    private static final Row.Reader<Found> FOUND_WITH_USER =
            row ->
                    new Found(
                            SqlSessions.session(row.part("s")),
                            first(row),
                            SqlAccounts.user(row.part("u")),
                            membership(row.part("m")),
                            row.flag("enrolled"));

    /**
     * A session, and whose it is.
     *
     * @param first null when it has none, or none yet
     */
    private record Found(
            Session session,
            @Nullable RefreshFamily first,
            User user,
            @Nullable Membership membership,
            boolean enrolled) {

        Opened with(RefreshFamily family) {
            return new Opened(family, session, user, membership, enrolled);
        }
    }

    /**
     * @param found null where the session does not tell any more whose it is
     */
    private record Looked(SessionId session, @Nullable Found found) {}

    @Override
    public Map<RefreshKey, Opened> open(Set<RefreshKey> keys) {
        var shown = keys.stream().collect(Collectors.groupingBy(RefreshKey::session));
        var opened = new HashMap<RefreshKey, Opened>();
        var all = found(keys);
        for (var found : all) {
            if (found.first() != null) {
                opened.putAll(ofFamily(found, found.first(), shown));
            }
        }
        var others = keys.stream().filter(key -> !opened.containsKey(key)).toList();
        var further =
                listed(OPEN_FURTHER, sessions(others), row -> family(row, false)).stream()
                        .collect(Collectors.groupingBy(RefreshFamily::session));
        for (var found : all) {
            further.getOrDefault(found.session().id(), List.of())
                    .forEach(family -> opened.putAll(ofFamily(found, family, shown)));
        }
        return opened;
    }

    private List<Found> found(Set<RefreshKey> keys) {
        var found = new ArrayList<Found>();
        var others = new ArrayList<SessionId>();
        for (var looked : listed(OPEN_SEVERAL, sessions(keys), LOOKED)) {
            if (looked.found() == null) {
                others.add(looked.session());
            } else {
                found.add(looked.found());
            }
        }
        found.addAll(listed(OPEN_SEVERAL_WITH_USERS, others, FOUND_WITH_USER));
        return found;
    }

    private static @Nullable Found found(Row row) throws SQLException {
        var found = SqlSessions.found(row);
        var principal = found.principal();
        return principal == null
                ? null
                : new Found(
                        found.session(),
                        first(row),
                        principal.user(),
                        principal.membership(found.organization()),
                        row.flag("enrolled"));
    }

    private static Map<RefreshKey, Opened> ofFamily(
            Found found, RefreshFamily family, Map<SessionId, List<RefreshKey>> shown) {
        return shown.getOrDefault(family.session(), List.of()).stream()
                .filter(family::has)
                .collect(Collectors.toMap(key -> key, _ -> found.with(family)));
    }

    private static List<SessionId> sessions(Collection<RefreshKey> keys) {
        return keys.stream().map(RefreshKey::session).distinct().toList();
    }

    private <T> List<T> listed(Several query, List<SessionId> sessions, Row.Reader<T> reader) {
        return sessions.isEmpty() ? List.of() : query.statement(sql, sessions).list(reader);
    }

    private static @Nullable RefreshFamily first(Row row) throws SQLException {
        return row.bytesOrNull("refresh_hash") == null ? null : family(row, true);
    }

    private static RefreshFamily family(Row row, boolean first) throws SQLException {
        return new RefreshFamily(
                row.session("session_id"),
                first,
                TokenHash.of(row.bytes("refresh_hash")),
                row.time("refresh_expires_at"),
                UsedTokens.read(row.bytes("refresh_used")));
    }

    private static @Nullable Membership membership(Row row) throws SQLException {
        return row.textOrNull("role") == null ? null : SqlMembers.membership(row);
    }

    /** First families before others, each in order of their sessions. */
    @Override
    public Set<RefreshKey> exchange(List<Exchange> all, Instant at) {
        return sql.write(() ->
                Stream.of(true, false)
                        .flatMap(first -> exchange(all, first, at))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Stream<RefreshKey> exchange(List<Exchange> all, boolean first, Instant at) {
        var inOrder = all.stream().filter(one -> one.first() == first).sorted(BY_SESSION).toList();
        var used =
                sql.changes(
                        first ? USE_FIRST : USE_FURTHER,
                        inOrder.stream().map(one -> values(one, at)).toList());
        return IntStream.range(0, used.length)
                .filter(i -> used[i] == 1)
                .mapToObj(i -> inOrder.get(i).key());
    }

    private static Map<String, @Nullable Object> values(Exchange one, Instant at) {
        return Map.of(
                "session", one.key().session(),
                "token", one.key().token(),
                "successor", one.successor(),
                "expires", one.successorExpiresAt(),
                "used", UsedTokens.write(one.used()),
                "at", at);
    }
}
