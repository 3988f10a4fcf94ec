package dev.latchkey.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.latchkey.core.memory.Forgetting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

/** PostgreSQL, READ COMMITTED: every race is decided by one statement. */
final class PostgresEngine implements Engine {
    private static final Query ANNOUNCE = Query.parse("SELECT pg_notify(:channel, :stale)");

    private final Values values = new Values(id -> id);
    private final PostgresAddress address;
    private final HikariDataSource pool;
    private final PostgresRetry retry = new PostgresRetry();
    private final PostgresListener listener;

    PostgresEngine(DatabaseSettings.Postgres settings) {
        address = new PostgresAddress(settings);
        pool = new HikariDataSource(pool(address, settings.poolSize()));
        listener = new PostgresListener(address);
    }

    private static HikariConfig pool(PostgresAddress address, int size) {
        var config = new HikariConfig();
        config.setPoolName("postgres");
        config.setDataSource(address.forWork());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(2_500);
        config.setValidationTimeout(1_000);
        config.setKeepaliveTime(60_000);
        config.setMaxLifetime(1_800_000);
        // A database that is down now may be up when it is asked.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        try (var connection = pool.getConnection()) {
            return work.apply(new Handle(connection, Preparing.BY_THE_DRIVER));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return retry.run(() -> {
            try (var connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                return inTransaction(connection, work);
            } catch (SQLException e) {
                throw new DatabaseFault(e);
            }
        });
    }

    private static <T> T inTransaction(Connection connection, Function<Handle, T> work)
            throws SQLException {
        try {
            var result = work.apply(new Handle(connection, Preparing.BY_THE_DRIVER));
            connection.commit();
            return result;
        } catch (Throwable e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** A connection that is broken cannot be told, and has forgotten anyway. */
    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public Values values() {
        return values;
    }

    @Override
    public DataSource forMigrations() {
        return address.forMigrations();
    }

    @Override
    public Map<String, String> types() {
        return Map.ofEntries(
                Map.entry("on_postgres", ""),
                Map.entry("on_sqlite", "--"),
                Map.entry("bytewise", bytewise()),
                Map.entry("serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
                Map.entry("uuid", "UUID"),
                Map.entry("bytes", "BYTEA"),
                Map.entry("time", "BIGINT"),
                Map.entry("number", "BIGINT"),
                Map.entry("flag", "BOOLEAN"),
                Map.entry("rows", ""),
                Map.entry("keyed", ""));
    }

    @Override
    public String now() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    /** Whatever the database's own order is: many find no prefix by an index. */
    @Override
    public String bytewise() {
        return " COLLATE \"C\"";
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public String forShare() {
        return " FOR SHARE";
    }

    @Override
    public String skipLocked() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public void announce(Handle handle, Stale stale) {
        handle.rows(ANNOUNCE, new Object[] {PostgresListener.CHANGES, stale.text()}, row -> true);
    }

    @Override
    public void watch(Forgetting forgetting) {
        listener.start(forgetting);
    }

    @Override
    public Pulse pulse() {
        return listener.pulse();
    }

    @Override
    public void close() {
        listener.close();
        pool.close();
    }
}
