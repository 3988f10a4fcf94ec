package dev.latchkey.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a database from outside, on either engine: while this is open, every table has another
 * name, so that each statement fails, to read as to write. Nothing is lost.
 */
public final class TablesAway implements AutoCloseable {
    private static final String SUFFIX = "_away";

    private final String jdbcUrl;

    public TablesAway(String jdbcUrl) {
        // Reading first and writing then is refused when the server writes in between.
        this.jdbcUrl =
                jdbcUrl.startsWith("jdbc:sqlite:")
                        ? jdbcUrl + "?transaction_mode=IMMEDIATE"
                        : jdbcUrl;
        change((connection, tables) -> {
            for (String table : tables) {
                rename(connection, table, table + SUFFIX);
            }
        });
    }

    /** Puts them back. */
    @Override
    public void close() {
        change((connection, tables) -> {
            for (String table : tables) {
                rename(connection, table, table.replace(SUFFIX, ""));
            }
        });
    }

    private interface Change {
        void on(Connection connection, List<String> tables) throws SQLException;
    }

    private void change(Change change) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            connection.setAutoCommit(false);
            change.on(connection, tables(connection));
            connection.commit();
        } catch (SQLException problem) {
            throw new IllegalStateException("Cannot rename the tables", problem);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var found =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                var name = found.getString("TABLE_NAME");
                if (!name.startsWith("sqlite_") && !name.startsWith("flyway_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static void rename(Connection connection, String from, String to) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + from + " RENAME TO " + to);
        }
    }
}
