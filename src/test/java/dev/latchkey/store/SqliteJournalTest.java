package dev.latchkey.store;

import static dev.latchkey.store.StoreContract.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Eventually;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How SQLite's journal gets into its database while the server runs. */
class SqliteJournalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LETTERS = 4_000;
    private static final int LETTER_BYTES = 40_000;
    private static final long SHORT_BYTES = 64 << 20;

    @TempDir private Path folder;
    private Path file;
    private Database database;

    @BeforeEach
    void open() {
        file = folder.resolve("latchkey.db");
        database = Database.open(new DatabaseSettings.Sqlite(file, 2));
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_written_gets_into_the_file_while_nobody_writes_any_more() {
        var samples = new Samples(database.stores());
        for (int i = 0; i < 200; i++) {
            samples.user();
        }

        Eventually.within(PATIENCE, "the file alone has most users", () -> inTheFileAlone() > 100);
    }

    /** A copy without its journal, as a backup that forgot it. */
    private long inTheFileAlone() {
        var copy = folder.resolve("copy.db");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM users")) {
                return row.getLong(1);
            }
        } catch (IOException | SQLException e) {
            return 0;
        }
    }

    @Test
    void it_stays_short_while_everybody_writes_and_nobody_has_to_forget() throws Exception {
        var heard = new Heard();
        database.changes(heard);
        Eventually.within(PATIENCE, "the listener is known", () -> heard.everything() > 0);
        var before = heard.everything();
        var longest = 0L;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, LETTERS)
                            .<Future<?>>mapToObj(number -> threads.submit(() -> put(number)))
                            .toList();
            for (var one : all) {
                one.get();
                longest = Math.max(longest, journal());
            }
        }

        assertThat(longest).isPositive().isLessThan(SHORT_BYTES);
        assertThat(heard.everything()).isEqualTo(before);
        assertThat(database.stores().mailQueue().claim(NOW, NOW, LETTERS + 1)).hasSize(LETTERS);
    }

    private void put(int number) {
        database.stores().mailQueue().put(new UUID(1, number), new byte[LETTER_BYTES], NOW);
    }

    private long journal() throws IOException {
        return Files.size(file.resolveSibling("latchkey.db-wal"));
    }
}
