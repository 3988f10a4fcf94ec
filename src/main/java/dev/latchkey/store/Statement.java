package dev.latchkey.store;

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

    <T> Optional<T> find(Row.Reader<T> reader) {
        return list(reader).stream().findFirst();
    }

    <T> List<T> list(Row.Reader<T> reader) {
        return isAnswerable() ? sql.read(db -> db.rows(query(), inOrder(), reader)) : List.of();
    }

    /** For a query that gives one boolean. */
    boolean isTrue() {
        return list(row -> row.columns().getBoolean(1)).stream().anyMatch(given -> given);
    }

    /** Gives how many rows it changed. */
    int execute() {
        return sql.change(db -> db.change(query(), inOrder()));
    }

    /** Whether it changed the one row it is about. */
    boolean executedOne() {
        return execute() == 1;
    }

    /** For a change that gives rows back. */
    <T> List<T> returning(Row.Reader<T> reader) {
        return sql.change(db -> db.rows(query(), inOrder(), reader));
    }

    private Query query() {
        return sql.query(text);
    }

    private @Nullable Object[] inOrder() {
        return query().inOrder(values, sql.engine().values());
    }

    private boolean isAnswerable() {
        for (var value : values.values()) {
            if (value instanceof String given && !Text.isStorable(given)) {
                return false;
            }
        }
        return true;
    }
}
