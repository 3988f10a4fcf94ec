package dev.latchkey.store;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** The connections that only read. The one used last is used next, since its pages are at hand. */
final class SqliteReaders implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** A connection, and in which life of the file it was opened. */
    private static final class Reader {
        private final SqliteConnection connection;
        private long life;

        Reader(SqliteFile file) {
            this.connection = new SqliteConnection(file::forReading);
        }

        Handle handle(long now) {
            if (life != now) {
                connection.close();
                life = now;
            }
            return connection.handle();
        }
    }

    private final SqliteLife life;
    private final int size;
    private volatile boolean closed;
    private final LinkedBlockingDeque<Reader> idle;

    SqliteReaders(SqliteFile file, SqliteLife life, int size) {
        this.life = life;
        this.size = size;
        this.idle =
                new LinkedBlockingDeque<>(
                        Stream.generate(() -> new Reader(file)).limit(size).toList());
    }

    <T> T read(Function<Handle, T> work) {
        if (closed) {
            throw new DatabaseUnavailable("the database is closed");
        }
        var now = life.current();
        var reader = take();
        try {
            return work.apply(reader.handle(now));
        } catch (DatabaseFault e) {
            reader.connection.close();
            throw e;
        } finally {
            idle.addFirst(reader);
        }
    }

    private Reader take() {
        try {
            var reader = idle.pollFirst(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (reader == null) {
                throw new DatabaseUnavailable("no connection to read with became free");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting for a connection", e);
        }
    }

    /** Waits for the reads under way. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (int i = 0; i < size; i++) {
            take().connection.close();
        }
    }
}
