package dev.latchkey.store;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.User.Status;
import dev.latchkey.core.admin.AccountSearch;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Accounts found by indexes that begin with the status: each status is a range of its own, and a
 * question about both reads a page of each.
 */
record SqlAccountSearch(Sql sql) implements AccountSearch {
    @Override
    public List<User> newest(@Nullable Status status, @Nullable Long before, int limit) {
        var range =
                """
                SELECT * FROM users WHERE status = '%s' AND number < :before
                 ORDER BY number DESC LIMIT :limit
                """;
        return sql.statement(merged(range, "number DESC", status))
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("limit", limit)
                .list(SqlAccounts.USER);
    }

    @Override
    public List<User> startingWith(
            By by, String typed, @Nullable Status status, @Nullable Long after, int limit) {
        var prefix = Prefix.of(typed);
        var asked =
                sql.statement(question(by, status))
                        .bind("key", after == null ? prefix.from() : prefix.after(keyOf(by, after)))
                        .bind("number", after == null ? 0L : after)
                        .bind("end", prefix.end())
                        .bind("limit", limit);
        // Nothing is earlier than the email.
        return (by == By.EMAIL ? asked : asked.bind("from", prefix.from())).list(SqlAccounts.USER);
    }

    String question(By by, @Nullable Status status) {
        var range =
                """
                SELECT * FROM users
                 WHERE status = '%%s' AND (%1$s, number) > (:key, :number) AND %1$s < :end %2$s
                 ORDER BY %1$s, number LIMIT :limit
                """
                        .formatted(key(by), foundEarlier(by));
        return merged(range, key(by) + ", number", status);
    }

    private Optional<String> keyOf(By by, long number) {
        return sql.statement(
                        "SELECT COALESCE(%s, '') AS key FROM users WHERE number = :number"
                                .formatted(column(by)))
                .bind("number", number)
                .find(row -> row.text("key"));
    }

    private static String merged(String range, String order, @Nullable Status status) {
        var statuses = status == null ? Stream.of(Status.values()) : Stream.of(status);
        return statuses.map(one -> "SELECT * FROM (" + range.formatted(one) + ") AS " + one)
                .collect(
                        Collectors.joining(
                                " UNION ALL ",
                                "SELECT * FROM (",
                                ") AS found ORDER BY " + order + " LIMIT :limit"));
    }

    private String foundEarlier(By by) {
        return Arrays.stream(By.values())
                .filter(other -> other.compareTo(by) < 0)
                .map(this::key)
                .map(key ->
                        "AND NOT (%1$s IS NOT NULL AND %1$s >= :from AND %1$s < :end)"
                                .formatted(key))
                .collect(Collectors.joining(" "));
    }

    private String key(By by) {
        return column(by) + sql.engine().bytewise();
    }

    private static String column(By by) {
        return switch (by) {
            case EMAIL -> "email_key";
            case USER_NAME -> "user_name_key";
            case NAME -> "name_key";
            case LAST_NAME -> "last_name_key";
        };
    }
}
