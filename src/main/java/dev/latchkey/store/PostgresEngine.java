package dev.latchkey.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.Forgetting;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.util.Map;
import java.util.function.Function;

import javax.sql.DataSource;

/** PostgreSQL, READ COMMITTED: every race is decided by one statement. */
final class PostgresEngine implements Engine {
    private final Values values = new Values(id -> id);
    private final PostgresAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final PostgresRetry retry = new PostgresRetry();
    private final PostgresListener listener;

    PostgresEngine(DatabaseSettings.Postgres settings) {
        address = new PostgresAddress(settings);
        pool = new HikariDataSource(pool(address, settings.poolSize()));
        jdbi = Quiet.jdbi(Jdbi.create(pool));
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
        return jdbi.withHandle(work::apply);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return retry.run(() -> jdbi.inTransaction(work::apply));
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
        return Map.of(
                "serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                "uuid", "UUID",
                "bytes", "BYTEA",
                "time", "BIGINT",
                "number", "BIGINT",
                "flag", "BOOLEAN",
                "rows", "",
                "keyed", "");
    }

    @Override
    public String now() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public String skipLocked() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public void announce(Handle handle, UserId user) {
        handle.createQuery("SELECT pg_notify(:channel, :user)")
                .bind("channel", PostgresListener.CHANGES)
                .bind("user", user.toString())
                .map((_, _) -> true)
                .one();
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
