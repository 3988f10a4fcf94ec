package dev.latchkey.store;

import dev.latchkey.core.memory.Forgetting;

import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

/** The embedded engine: one writer, some readers, one file. */
final class SqliteEngine implements Engine {
    private final Values values = new Values(Row::toBytes);
    private final SqliteFile file;
    private final Pulse pulse = new Pulse();
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    SqliteEngine(DatabaseSettings.Sqlite settings) {
        file = new SqliteFile(settings.file());
        file.create();
        var life = new SqliteLife(file);
        writer = new SqliteWriter(file, life, pulse);
        readers = new SqliteReaders(file, life, Math.min(settings.poolSize(), atOnce()));
    }

    /**
     * A read does not give its processor away, so there are no more at once than processors, and
     * some that wait for one. More connections would only hold pages and statements of their own.
     */
    private static int atOnce() {
        return Runtime.getRuntime().availableProcessors() + 2;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return readers.read(work);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writer.write(work);
    }

    @Override
    public Values values() {
        return values;
    }

    @Override
    public DataSource forMigrations() {
        return new Connections(file::forWriting);
    }

    @Override
    public Map<String, String> types() {
        return Map.ofEntries(
                Map.entry("on_postgres", "--"),
                Map.entry("on_sqlite", ""),
                Map.entry("bytewise", bytewise()),
                Map.entry("serial", "INTEGER PRIMARY KEY AUTOINCREMENT"),
                Map.entry("uuid", "BLOB"),
                Map.entry("bytes", "BLOB"),
                Map.entry("time", "INTEGER"),
                Map.entry("number", "INTEGER"),
                Map.entry("flag", "INTEGER"),
                Map.entry("rows", "STRICT"),
                Map.entry("keyed", "STRICT, WITHOUT ROWID"));
    }

    @Override
    public String now() {
        return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    }

    /** It compares so by itself. */
    @Override
    public String bytewise() {
        return "";
    }

    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public String forShare() {
        return "";
    }

    @Override
    public String skipLocked() {
        return "";
    }

    /** The other processes look by themselves. */
    @Override
    public void announce(Handle handle, Stale stale) {}

    @Override
    public void watch(Forgetting forgetting) {
        writer.watch(forgetting);
    }

    @Override
    public Pulse pulse() {
        return pulse;
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
