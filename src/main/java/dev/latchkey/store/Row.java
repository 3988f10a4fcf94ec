package dev.latchkey.store;

import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row of an answer, read in the core's terms, whichever engine gave it.
 *
 * @param prefix what all columns' names begin with, in a row that joins tables
 */
record Row(ResultSet columns, String prefix) {

    /** Makes something of one row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    Row(ResultSet columns) {
        this(columns, "");
    }

    /** For a SELECT that joins: the columns of one table, each with the table's name before it. */
    static String of(String table, List<String> columns) {
        return columns.stream()
                .map(column -> "%1$s.%2$s AS %1$s_%2$s".formatted(table, column))
                .collect(Collectors.joining(", "));
    }

    /** The part of this row that is about one table. */
    Row part(String table) {
        return new Row(columns, table + '_');
    }

    String text(String column) throws SQLException {
        return required(column, textOrNull(column));
    }

    /** A text that many rows have in common, such as what a browser calls itself: kept once. */
    String word(String column) throws SQLException {
        return text(column).intern();
    }

    @Nullable String textOrNull(String column) throws SQLException {
        var text = columns.getString(prefix + column);
        return text == null || !text.isEmpty() ? text : "";
    }

    long number(String column) throws SQLException {
        return columns.getLong(prefix + column);
    }

    boolean flag(String column) throws SQLException {
        return columns.getBoolean(prefix + column);
    }

    byte[] bytes(String column) throws SQLException {
        return required(column, bytesOrNull(column));
    }

    byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return columns.getBytes(prefix + column);
    }

    Instant time(String column) throws SQLException {
        return required(column, timeOrNull(column));
    }

    @Nullable Instant timeOrNull(String column) throws SQLException {
        var millis = columns.getLong(prefix + column);
        return columns.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    UUID id(String column) throws SQLException {
        return required(column, idOrNull(column, id -> id));
    }

    /** An identifier of its own type, or null. */
    <T> @Nullable T idOrNull(String column, Function<UUID, T> type) throws SQLException {
        return switch (columns.getObject(prefix + column)) {
            case null -> null;
            case UUID id -> type.apply(id);
            case byte[] bytes -> type.apply(fromBytes(bytes));
            case Object other -> throw new SQLException(column + " is a " + other.getClass());
        };
    }

    SessionId session(String column) throws SQLException {
        return required(column, sessionOrNull(column));
    }

    @Nullable SessionId sessionOrNull(String column) throws SQLException {
        var number = columns.getLong(prefix + column);
        return columns.wasNull() ? null : new SessionId(number);
    }

    UserId user(String column) throws SQLException {
        return new UserId(id(column));
    }

    @Nullable UserId userOrNull(String column) throws SQLException {
        return idOrNull(column, UserId::new);
    }

    @Nullable OrgId organizationOrNull(String column) throws SQLException {
        return idOrNull(column, OrgId::new);
    }

    Email email() throws SQLException {
        var text = text("email");
        var key = text("email_key");
        return new Email(text, key.equals(text) ? text : key);
    }

    static byte[] toBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID fromBytes(byte[] bytes) {
        var words = ByteBuffer.wrap(bytes);
        return new UUID(words.getLong(), words.getLong());
    }

    private static <T> T required(String column, @Nullable T value) {
        return Objects.requireNonNull(value, column);
    }
}
