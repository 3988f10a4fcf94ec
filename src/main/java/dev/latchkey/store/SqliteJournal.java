package dev.latchkey.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Moves the journal's pages into the database, on a thread of its own while the writer goes on: in
 * a large store nearly every page that is written is another one, and the disk takes its time.
 *
 * <p>The journal begins anew only when all of it was moved, which cannot come about while more is
 * written. So once it is long, the writer moves the little that came meanwhile.
 */
final class SqliteJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);

    /** A refresh's three pages at the least, a group's two hundred at the most. */
    private static final int WORKS = 64;

    /** 16 MiB. */
    private static final int LONG_PAGES = 4_096;

    private static final int PASSES = 3;
    private static final Query MOVE = new Query("PRAGMA wal_checkpoint(PASSIVE)", List.of(), 0);

    private final SqliteLife life;
    private final SqliteConnection connection;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    private int works;
    private long seen;
    private volatile boolean closing;
    private volatile boolean isLong;

    SqliteJournal(SqliteFile file, SqliteLife life) {
        this.life = life;
        this.connection = new SqliteConnection(file::forMoving);
        this.thread = Thread.ofPlatform().daemon().name("database-journal").start(this::run);
    }

    /** After each commit, by the thread that writes, with its connection. */
    void grew(int by, SqliteConnection writer) {
        if (isLong) {
            isLong = false;
            moveRest(writer);
        }
        works += by;
        if (works >= WORKS && due.availablePermits() == 0) {
            works = 0;
            due.release();
        }
    }

    /** What was committed is safe without it, so a failure is nobody's who waits for a commit. */
    private static void moveRest(SqliteConnection writer) {
        try {
            move(writer.handle());
        } catch (DatabaseFault e) {
            LOG.warn("The journal could not be moved into the database", e);
        }
    }

    private void run() {
        while (!closing) {
            try {
                due.acquire();
                isLong = moveMost() >= LONG_PAGES;
            } catch (InterruptedException e) {
                // Only close() wakes this thread early.
            } catch (DatabaseFault | DatabaseUnavailable e) {
                // The writer meets the same, and says so.
                LOG.debug("The journal was not moved", e);
                connection.close();
            }
        }
        connection.close();
    }

    /** A long one again and again: what comes meanwhile is less each time, and the rest little. */
    private int moveMost() {
        var pages = move(current());
        for (int i = 1; i < PASSES && pages >= LONG_PAGES; i++) {
            pages = move(current());
        }
        return pages;
    }

    private Handle current() {
        var now = life.current();
        if (seen != now) {
            connection.close();
            seen = now;
        }
        return connection.handle();
    }

    /** Waits for nobody. Gives how many pages the journal has, moved or not. */
    private static int move(Handle handle) {
        return handle.rows(MOVE, new Object[0], row -> (int) row.number("log")).getFirst();
    }

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
