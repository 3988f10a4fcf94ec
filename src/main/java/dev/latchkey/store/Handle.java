package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection that runs statements, for one thread at a time. Fails with DatabaseFault. */
record Handle(Connection connection, Preparing preparing) implements AutoCloseable {
    private static final @Nullable Object[] NO_VALUES = {};

    /** What is done with a prepared statement. */
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** The rows of a query, or those that a change gives back. */
    <T> List<T> rows(Query query, @Nullable Object[] values, Row.Reader<T> reader) {
        return run(
                query.text(),
                statement -> {
                    bind(statement, values);
                    statement.execute();
                    try (var columns = statement.getResultSet()) {
                        return read(columns, reader);
                    }
                });
    }

    /** Gives how many rows it changed. */
    int change(Query query, @Nullable Object[] values) {
        return run(
                query.text(),
                statement -> {
                    bind(statement, values);
                    return statement.executeUpdate();
                });
    }

    /** The same change once for each of the values, in their order; how many rows each changed. */
    int[] changes(Query query, List<@Nullable Object[]> all) {
        return run(
                query.text(),
                statement -> {
                    for (var values : all) {
                        bind(statement, values);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** For what has neither values nor an answer. */
    void execute(String text) {
        run(text, PreparedStatement::execute);
    }

    /** The first column of the one row that a text without values gives. */
    String word(String text) {
        return rows(new Query(text, List.of(), 0), NO_VALUES, row -> row.columns().getString(1))
                .getFirst();
    }

    private <T> T run(String text, Work<T> work) {
        try {
            var statement = preparing.take(connection, text);
            var usable = false;
            try {
                var result = work.run(statement);
                usable = true;
                return result;
            } finally {
                preparing.giveBack(text, statement, usable);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static <T> List<T> read(ResultSet columns, Row.Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        var row = new Row(columns);
        while (columns.next()) {
            all.add(reader.read(row));
        }
        return all;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
