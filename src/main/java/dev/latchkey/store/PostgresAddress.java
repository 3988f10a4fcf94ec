package dev.latchkey.store;

import org.postgresql.ds.PGSimpleDataSource;

import javax.sql.DataSource;

/** Where PostgreSQL is, and how long to wait for it. */
record PostgresAddress(DatabaseSettings.Postgres settings) {
    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 5;

    /** The server ends a statement itself a little before this side gives up on the connection. */
    private static final String LIMITS = "-c statement_timeout=4500 -c lock_timeout=4000";

    PGSimpleDataSource forWork() {
        var source = source("latchkey");
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setOptions(LIMITS);
        return source;
    }

    /** For the connection that listens: it proves itself several times a second. */
    PGSimpleDataSource forListening() {
        var source = source("latchkey-listener");
        source.setSocketTimeout(1);
        return source;
    }

    DataSource forMigrations() {
        return source("latchkey-migrations");
    }

    private PGSimpleDataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.jdbcUrl());
        if (settings.user() != null) {
            source.setUser(settings.user());
        }
        if (settings.password() != null) {
            source.setPassword(settings.password());
        }
        source.setApplicationName(name);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        // The detail of an error holds the values of the row, and errors end in the log.
        source.setLogServerErrorDetail(false);
        return source;
    }
}
