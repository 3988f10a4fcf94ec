package dev.latchkey.bench;

import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fills a PostgreSQL database in which the server made its tables: by COPY, with indexes later. */
record ScalePostgres(String url) implements ScaleFilling {

    /** What hangs on a table that can be made again, and is no other table's foot. */
    private static final String DROPPED =
            """
            SELECT CASE WHEN c.oid IS NULL THEN 'DROP INDEX ' || i.indexrelid::regclass
                        ELSE 'ALTER TABLE ' || i.indrelid::regclass || ' DROP CONSTRAINT ' || c.conname END,
                   CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
                        ELSE 'ALTER TABLE ' || i.indrelid::regclass || ' ADD CONSTRAINT ' || c.conname
                             || ' ' || pg_get_constraintdef(c.oid) END
              FROM pg_index i
              LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
             WHERE i.indrelid = '%1$s'::regclass
               AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.indexrelid)
            """;

    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private record Part(String drop, String make) {}

    @Override
    public UUID organization() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT id FROM organizations")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    @Override
    public void fill(ScaleRows rows) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url)) {
            for (var table : ScaleTable.of(rows)) {
                fill(connection, table, rows.count());
            }
        }
    }

    /** By a notification that names nobody. */
    @Override
    public void letForget() throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            execute(connection, "NOTIFY latchkey_changes, 'everybody'");
        }
    }

    private static void fill(Connection connection, ScaleTable table, int count)
            throws SQLException, IOException {
        var parts = parts(connection, table.name());
        for (var part : parts) {
            execute(connection, part.drop());
        }
        // The rows are as good as the server's own: nobody has to look at what they refer to.
        execute(connection, "ALTER TABLE %s DISABLE TRIGGER ALL".formatted(table.name()));
        connection.setAutoCommit(false);
        // In the transaction that emptied a table, nothing of it goes through the log.
        execute(connection, "TRUNCATE %s CASCADE".formatted(table.name()));
        copy(connection, table, count);
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, "ALTER TABLE %s ENABLE TRIGGER ALL".formatted(table.name()));
        for (var part : parts) {
            execute(connection, part.make());
        }
        execute(connection, "VACUUM (FREEZE, ANALYZE) " + table.name());
    }

    private static void copy(Connection connection, ScaleTable table, int count)
            throws SQLException, IOException {
        var text =
                "COPY %s (%s) FROM STDIN WITH (FORMAT binary)"
                        .formatted(table.name(), table.columns());
        try (var stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class), text);
                var out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16))) {
            out.write(HEAD);
            for (int number = 0; number < count; number++) {
                var values = table.row().apply(number);
                out.writeShort(values.length);
                for (var value : values) {
                    write(out, value);
                }
            }
            out.writeShort(-1);
        }
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case null -> out.writeInt(-1);
            case Long number -> {
                out.writeInt(8);
                out.writeLong(number);
            }
            case Boolean flag -> {
                out.writeInt(1);
                out.writeBoolean(flag);
            }
            case UUID id -> {
                out.writeInt(16);
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            case byte[] bytes -> {
                out.writeInt(bytes.length);
                out.write(bytes);
            }
            case String text -> {
                // All of them are ASCII.
                out.writeInt(text.length());
                out.writeBytes(text);
            }
            default -> throw new IllegalArgumentException("no column takes " + value);
        }
    }

    private static List<Part> parts(Connection connection, String table) throws SQLException {
        List<Part> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(DROPPED.formatted(table))) {
            while (row.next()) {
                all.add(new Part(row.getString(1), row.getString(2)));
            }
        }
        return all;
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
