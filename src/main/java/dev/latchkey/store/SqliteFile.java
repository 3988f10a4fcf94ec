package dev.latchkey.store;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database file and how it is opened. Not memory-mapped: a file that shrinks under a mapping
 * ends the process, and the gain is small.
 */
record SqliteFile(Path path) {
    /** Longer than any of our own transactions, shorter than a client's patience. */
    private static final int BUSY_MILLIS = 4_000;

    /** What one transaction changes should fit. */
    private static final int WRITERS_CACHE_KIB = 4_096;

    /** For the upper levels of all indexes; the system keeps the rest of the file at hand. */
    private static final int READERS_CACHE_KIB = 1_024;

    private static final int JOURNAL_BYTES = 64 << 20;

    /** Only when {@link SqliteJournal} does not keep up, or one transaction is as large. */
    private static final int WRITER_MOVES_FROM_PAGES = 8_192;

    /**
     * Made by us and empty when missing, since afterwards it is never made again: a lost file is an
     * error.
     */
    void create() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createFile(path, ownersOnly());
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the database file " + path, e);
        }
    }

    /** Writes reach the disk before COMMIT returns. */
    Connection forWriting() throws SQLException {
        return with(durable(WRITERS_CACHE_KIB), "wal_autocheckpoint = " + WRITER_MOVES_FROM_PAGES);
    }

    /** Moves pages from the journal into the database, and needs none itself. */
    Connection forMoving() throws SQLException {
        return durable(0).createConnection(url());
    }

    Connection forReading() throws SQLException {
        return with(config(READERS_CACHE_KIB), "query_only = TRUE");
    }

    private Connection with(SQLiteConfig config, String pragma) throws SQLException {
        var connection = config.createConnection(url());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma);
        }
        return connection;
    }

    /**
     * Which file lies at the path, or null when none does. A connection goes on in the one it
     * opened.
     */
    @Nullable Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private String url() {
        return "jdbc:sqlite:" + path;
    }

    private static SQLiteConfig durable(int cacheKib) {
        var config = config(cacheKib);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(JOURNAL_BYTES);
        return config;
    }

    private static SQLiteConfig config(int cacheKib) {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-cacheKib);
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
