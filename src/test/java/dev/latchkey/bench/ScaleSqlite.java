package dev.latchkey.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Fills an SQLite file in which the server made its tables: fast, since a crash may spoil it. */
record ScaleSqlite(Path file) implements ScaleFilling {
    private static final int BATCH = 1000;

    private record Index(String name, String sql) {}

    @Override
    public UUID organization() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT id FROM organizations")) {
            var words = ByteBuffer.wrap(row.getBytes(1));
            return new UUID(words.getLong(), words.getLong());
        }
    }

    @Override
    public void fill(ScaleRows rows) throws SQLException {
        try (var connection = open()) {
            for (var pragma :
                    List.of(
                            "journal_mode = OFF",
                            "synchronous = OFF",
                            "foreign_keys = OFF",
                            "cache_size = -1500000",
                            "threads = 2")) {
                execute(connection, "PRAGMA " + pragma);
            }
            for (var table : ScaleTable.of(rows)) {
                fill(connection, table, rows.count());
            }
            execute(connection, "PRAGMA journal_mode = WAL");
        }
    }

    /** By a commit of another process. */
    @Override
    public void letForget() throws SQLException {
        try (var connection = open()) {
            execute(connection, "PRAGMA user_version = " + System.nanoTime() % 1_000_000);
        }
    }

    /** Without its indexes, which are made at once afterwards, as they were. */
    private static void fill(Connection connection, ScaleTable table, int count)
            throws SQLException {
        var indexes = indexes(connection, table.name());
        for (var index : indexes) {
            execute(connection, "DROP INDEX " + index.name());
        }
        connection.setAutoCommit(false);
        insert(connection, table, count);
        connection.commit();
        connection.setAutoCommit(true);
        for (var index : indexes) {
            execute(connection, index.sql());
        }
    }

    private static void insert(Connection connection, ScaleTable table, int count)
            throws SQLException {
        var marks = String.join(", ", Collections.nCopies(table.width(), "?"));
        var text =
                "INSERT INTO %s (%s) VALUES (%s)".formatted(table.name(), table.columns(), marks);
        try (var statement = connection.prepareStatement(text)) {
            var waiting = 0;
            for (int number = 0; number < count; number++) {
                bind(statement, table.row().apply(number));
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i] instanceof UUID id ? bytes(id) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static List<Index> indexes(Connection connection, String table) throws SQLException {
        var text =
                """
                SELECT name, sql FROM sqlite_master
                 WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?
                """;
        List<Index> all = new ArrayList<>();
        try (var statement = connection.prepareStatement(text)) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(new Index(row.getString(1), row.getString(2)));
                }
            }
        }
        return all;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
