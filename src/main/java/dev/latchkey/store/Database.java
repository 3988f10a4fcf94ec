package dev.latchkey.store;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.memory.CacheTrust;
import dev.latchkey.core.memory.Forgetting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;

/** One database on either engine. It comes back by itself after a failure. */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Engine engine;
    private final Sql sql;
    private final Stores stores;

    private Database(Engine engine) {
        this.engine = engine;
        this.sql = new Sql(engine);
        this.stores = Stores.in(sql);
    }

    public static Database open(DatabaseSettings settings) {
        return new Database(
                switch (settings) {
                    case DatabaseSettings.Sqlite sqlite -> new SqliteEngine(sqlite);
                    case DatabaseSettings.Postgres postgres -> new PostgresEngine(postgres);
                });
    }

    /** Makes or updates the tables; gives how many steps that took, 0 when nothing was to do. */
    public int migrate() {
        return Migrations.run(engine);
    }

    public Transactions transactions() {
        return sql;
    }

    public Stores stores() {
        return stores;
    }

    /** False until {@link #changes} was called. */
    public CacheTrust trust() {
        return engine.pulse();
    }

    /**
     * Begins to tell {@code forgetting} what is stale: after each write of this node before it
     * returns, and within a second what others wrote. Called once.
     */
    public Changes changes(Forgetting forgetting) {
        engine.watch(forgetting);
        return new SqlChanges(sql, forgetting);
    }

    public Housekeeping housekeeping() {
        return new Housekeeping(sql);
    }

    /** Whether it answers and has its tables. Takes a few seconds to say no at the most. */
    public boolean isReady() {
        try {
            stores.accounts().isEmpty();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The database is not ready: {}", e.getMessage());
            return false;
        }
    }

    Sql sql() {
        return sql;
    }

    /** What the engine's own clock says. */
    public Instant now() {
        var query = "SELECT " + engine.now();
        return Instant.ofEpochMilli(Long.parseLong(sql.read(db -> db.word(query))));
    }

    /** Lets what is under way finish. On SQLite the journal is moved into the database file. */
    @Override
    public void close() {
        engine.close();
    }
}
