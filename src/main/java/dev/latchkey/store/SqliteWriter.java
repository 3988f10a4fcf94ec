package dev.latchkey.store;

import dev.latchkey.core.memory.Forgetting;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The one thread that writes. It takes all works that wait into one transaction, so that many
 * callers share one sync of the disk, and answers them after the commit. Between groups it looks
 * for what other processes did to the file.
 */
final class SqliteWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int GROUP = 256;
    private static final int QUEUE = 2_048;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final SqliteConnection connection;
    private final SqliteLife life;
    private final SqliteNeighbours neighbours;
    private final SqliteJournal journal;
    private final BlockingQueue<SqliteWork<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;
    private boolean missed;

    SqliteWriter(SqliteFile file, SqliteLife life, Pulse pulse) {
        this.connection = new SqliteConnection(file::forWriting);
        this.life = life;
        this.neighbours = new SqliteNeighbours(pulse);
        look();
        this.journal = new SqliteJournal(file, life);
        this.thread = Thread.ofPlatform().daemon().name("database-writer").start(this::run);
    }

    void watch(Forgetting forgetting) {
        neighbours.tell(forgetting);
    }

    <T> T write(Function<Handle, T> work) {
        var queued = new SqliteWork<>(work);
        enqueue(queued);
        if (closing && queue.remove(queued)) {
            throw new DatabaseUnavailable("the database is closed");
        }
        return queued.await();
    }

    private void enqueue(SqliteWork<?> work) {
        try {
            if (!queue.offer(work, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DatabaseUnavailable("too many writes wait");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while queueing a write", e);
        }
    }

    private void run() {
        var group = new ArrayList<SqliteWork<?>>(GROUP);
        while (!closing || !queue.isEmpty()) {
            gather(group);
            look();
            if (!group.isEmpty()) {
                commit(group);
                group.clear();
            }
        }
        checkpoint();
    }

    private void gather(List<SqliteWork<?>> group) {
        var first = next();
        if (first != null) {
            group.add(first);
            queue.drainTo(group, GROUP - 1);
        }
    }

    private @Nullable SqliteWork<?> next() {
        try {
            return queue.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only close() wakes this thread early.
            return null;
        }
    }

    private void commit(List<SqliteWork<?>> group) {
        try {
            life.current();
            var db = connection.handle();
            db.execute("BEGIN IMMEDIATE");
            if (group.size() > 1) {
                group.forEach(work -> work.run(db));
                db.execute("COMMIT");
            } else {
                db.execute(group.getFirst().runAlone(db) ? "COMMIT" : "ROLLBACK");
            }
        } catch (RuntimeException | Error e) {
            // An Error too: were this thread to end, every caller would wait for ever.
            connection.close();
            LOG.error("{} writes failed: {}", group.size(), e.getMessage());
            group.forEach(work -> work.failed("the write failed", e));
            return;
        }
        group.forEach(SqliteWork::committed);
        journal.grew(group.size(), connection);
    }

    private void look() {
        try {
            if (life.look()) {
                connection.close();
            }
            life.current();
            neighbours.look(connection);
            if (missed) {
                missed = false;
                LOG.info("The database is back");
            }
        } catch (RuntimeException | Error e) {
            connection.close();
            // Five times a second would be too often to say so.
            if (!missed) {
                missed = true;
                LOG.error("The database cannot be used", e);
            }
        }
    }

    private void checkpoint() {
        journal.close();
        try {
            connection.handle().word("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (RuntimeException e) {
            LOG.warn("The last checkpoint failed; the next start does it", e);
        }
        connection.close();
    }

    /** Answers what is queued, moves the journal into the database and ends the thread. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
