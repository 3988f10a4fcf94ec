package dev.latchkey.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One statement and its values. It runs in the transaction at hand; without one, on a connection of
 * its own. What no row can hold finds nothing.
 */
final class Statement {
    private final Sql sql;
    private final String text;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Statement(Sql sql, String text) {
        this.sql = sql;
        this.text = text;
    }

    Statement bind(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    <T> Optional<T> find(RowMapper<T> mapper) {
        return list(mapper).stream().findFirst();
    }

    <T> List<T> list(RowMapper<T> mapper) {
        return isAnswerable() ? sql.read(db -> query(db, mapper)) : List.of();
    }

    /** For a query that gives one boolean. */
    boolean isTrue() {
        return isAnswerable()
                && sql.read(db -> with(db.createQuery(text)).mapTo(Boolean.class).one());
    }

    /** Gives how many rows it changed. */
    int execute() {
        return sql.change(db -> with(db.createUpdate(text)).execute());
    }

    /** Whether it changed the one row it is about. */
    boolean executedOne() {
        return execute() == 1;
    }

    /** For a change that gives rows back. */
    <T> List<T> returning(RowMapper<T> mapper) {
        return sql.change(db -> query(db, mapper));
    }

    private <T> List<T> query(Handle db, RowMapper<T> mapper) {
        return with(db.createQuery(text)).map(mapper).list();
    }

    private <S extends SqlStatement<S>> S with(S statement) {
        values.forEach((name, value) -> statement.bind(name, sql.engine().values().column(value)));
        return statement;
    }

    private boolean isAnswerable() {
        return values.values().stream()
                .noneMatch(value -> value instanceof String given && !Text.isStorable(given));
    }
}
