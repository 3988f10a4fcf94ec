package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Two filled stores of the same engine, one of few users and one of many. What is filled stays in
 * folders {@code latchkey-scale-*} of the temporary folder for other runs, safe to delete.
 */
record ScaleStores(String engine, ScaleStore less, ScaleStore more) {
    private static final String SUPERFAST =
            "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal"
                    + " -c max_wal_senders=0 -c max_wal_size=8GB -c autovacuum=off"
                    + " -c maintenance_work_mem=1GB";

    /** What is done with them. */
    interface Use<T> {
        T of(ScaleStores stores) throws IOException, InterruptedException;
    }

    /** An empty place for a store. */
    private interface Place {
        void make(ScaleStore store) throws IOException;
    }

    static <T> T onSqlite(int few, int many, Use<T> use) throws IOException, InterruptedException {
        var stores = new ScaleStores("SQLite", sqlite(few), sqlite(many));
        stores.fill(_ -> {});
        try (var _ = held(many, "sqlite-" + many)) {
            return use.of(stores);
        }
    }

    private static ScaleStore sqlite(int count) throws IOException {
        var folder = folder("sqlite-" + count);
        var file = folder.resolve("data/latchkey.db");
        return new ScaleStore(folder, new Spread(count), Map.of(), new ScaleSqlite(file));
    }

    static <T> T onPostgres(int few, int many, Use<T> use)
            throws IOException, InterruptedException {
        try (var server = Postgres.keptIn(folder("postgres"))) {
            var stores =
                    new ScaleStores("PostgreSQL", postgres(server, few), postgres(server, many));
            server.start(SUPERFAST);
            stores.fill(store -> server.makeDatabase(database(store.spread().count())));
            server.stop();
            settle();
            server.start();
            try (var _ = held(many, "postgres")) {
                return use.of(stores);
            }
        }
    }

    private static ScaleStore postgres(Postgres server, int count) throws IOException {
        var url = server.url(database(count));
        return new ScaleStore(
                folder("postgres-" + count),
                new Spread(count),
                Map.of("LATCHKEY_DATABASE_URL", url),
                new ScalePostgres(url));
    }

    private static String database(int count) {
        return "scale_" + count;
    }

    private void fill(Place place) throws IOException, InterruptedException {
        for (var store : new ScaleStore[] {less, more}) {
            if (!store.isGood()) {
                store.clear();
                place.make(store);
                fill(store);
            }
        }
    }

    private static void fill(ScaleStore store) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        try {
            store.fill();
        } catch (SQLException e) {
            throw new IOException("cannot fill the store", e);
        }
        settle();
        System.err.printf(
                "Filled %,d users and sessions in %d s%n",
                store.spread().count(), (System.nanoTime() - begin) / 1_000_000_000);
    }

    /** What was written on the way must not be written while something is measured. */
    private static void settle() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }

    /** A small store was just written: it is in memory, unlike the large ones beside it. */
    private static HeldInMemory held(int many, String folder) throws IOException {
        return many < ScaleStore.KEPT_FROM
                ? HeldInMemory.nothing()
                : HeldInMemory.all(folder(folder));
    }

    /** Its name changes with the tables' form, and with the tokens'. */
    private static Path folder(String name) throws IOException {
        var crc = new CRC32();
        var migrations = Path.of("src/main/resources/dev/latchkey/store/migrations");
        try (var files = Files.list(migrations)) {
            for (var file : files.sorted().toList()) {
                crc.update(Files.readAllBytes(file));
            }
        }
        crc.update(ScaleSecret.refresh(0, new UUID(0, 0)).hash().bytes());
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "latchkey-scale-%08x-%s".formatted(crc.getValue(), name));
    }
}
