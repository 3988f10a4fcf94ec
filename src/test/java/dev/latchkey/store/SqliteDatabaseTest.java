package dev.latchkey.store;

import static dev.latchkey.store.StoreContract.NOW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** What only SQLite can go through: its file. */
class SqliteDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir private Path folder;
    private Path file;
    private Database database;

    @BeforeEach
    void open() {
        file = folder.resolve("data").resolve("latchkey.db");
        database = open(file);
    }

    private static Database open(Path file) {
        var database = Database.open(new DatabaseSettings.Sqlite(file, 2));
        database.migrate();
        return database;
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Samples samples() {
        return new Samples(database.stores());
    }

    @Test
    void a_commit_is_synced_to_the_disk() {
        var mode = pragma("journal_mode");
        var synchronous = pragma("synchronous");

        assertThat(mode).isEqualTo("wal");
        assertThat(synchronous).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
    }

    private String pragma(String name) {
        return database.transactions().write(() -> database.sql().handle().word("PRAGMA " + name));
    }

    @Test
    void every_migration_is_counted() throws IOException {
        var folder = Path.of("src/main/resources/dev/latchkey/store/migrations");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(Migrations.KNOWN);
        }
    }

    @Test
    void a_second_start_finds_nothing_to_migrate() {
        assertThat(database.migrate()).isZero();
    }

    @Test
    void only_its_owner_can_read_the_file() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_reader_cannot_write() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(
                        () -> database.sql().read(db -> db.word("DELETE FROM users RETURNING id")));
    }

    @Test
    void closing_moves_the_journal_into_the_database() throws IOException {
        samples().user();

        database.close();

        var journal = file.resolveSibling("latchkey.db-wal");
        assertThat(Files.notExists(journal) || Files.size(journal) == 0).isTrue();
    }

    @Test
    void what_comes_after_the_close_is_told_so() {
        database.close();

        assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> samples().user());
    }

    @Test
    void a_file_that_was_moved_away_fails_everybody_until_it_is_back() throws IOException {
        var user = samples().user();
        var away = folder.resolve("away");

        Files.move(file.getParent(), away);
        Eventually.within(PATIENCE, "it is missed", () -> !database.isReady());
        assertThat(Race.run(_ -> samples().user())).allMatch(DatabaseUnavailable.class::isInstance);
        assertThat(file).doesNotExist();

        Files.move(away, file.getParent());
        Eventually.within(PATIENCE, "it is found again", database::isReady);
        assertThat(database.stores().accounts().find(user.id())).contains(user);
        assertThat(samples().user().number()).isGreaterThan(user.number());
    }

    @Test
    void a_restored_backup_is_taken_up() throws IOException {
        var heard = new Heard();
        database.changes(heard);
        var user = samples().user();
        var backup = folder.resolve("backup.db");
        try (var other = open(backup)) {
            new Samples(other.stores()).organization();
        }
        var before = heard.everything();

        Files.move(file.getParent(), folder.resolve("old"));
        Files.createDirectory(file.getParent());
        Files.move(backup, file);

        Eventually.within(PATIENCE, "all is forgotten", () -> heard.everything() > before);
        assertThat(database.stores().accounts().find(user.id())).isEmpty();
        assertThat(database.stores().organizations().list(null, 9)).hasSize(1);
    }

    @Test
    void one_who_locks_the_file_for_long_stops_writes_but_not_reads() throws SQLException {
        var user = samples().user();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> samples().user());
            assertThat(database.stores().accounts().find(user.id())).contains(user);

            statement.execute("ROLLBACK");
        }

        assertThat(samples().user().number()).isGreaterThan(user.number());
    }

    /** The limit belongs to the connection, so room is back when the writer opened a new one. */
    @Test
    void a_full_disk_fails_who_writes_and_heals() {
        pragma("max_page_count = 80");
        var large = new byte[1 << 20];
        var queue = database.stores().mailQueue();

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> queue.put(new UUID(1, 1), large, NOW));
        assertThat(queue.claim(NOW, NOW, 99)).isEmpty();

        queue.put(new UUID(2, 2), large, NOW);
        assertThat(queue.claim(NOW, NOW, 99)).hasSize(1);
    }
}
