package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * The same server with many users and with few, in turn. What is filled stays in folders {@code
 * latchkey-scale-*} of the temporary folder for other runs, safe to delete.
 */
final class Scale {
    private static final String SUPERFAST =
            "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal"
                    + " -c max_wal_senders=0 -c max_wal_size=8GB -c autovacuum=off"
                    + " -c maintenance_work_mem=1GB";

    /** Times a round: until the code of either server is compiled. */
    private static final int WARM_UP = 10;

    /** A figure of one server. */
    private interface Figure {
        double perSecond(ScaleSide side, int seconds)
                throws IOException, InterruptedException, SQLException;
    }

    private final int few;
    private final int many;
    private final int rounds;
    private final int seconds;

    Scale(int many, int rounds, int seconds) {
        this.few = Math.min(10_000, many / 2);
        this.many = many;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<String> onSqlite() throws IOException, InterruptedException {
        var less = sqlite(few);
        var more = sqlite(many);
        for (var store : List.of(less, more)) {
            if (!store.isGood()) {
                store.clear();
                filled(store);
            }
        }
        try (var _ = held("sqlite-" + many)) {
            return compare("SQLite", less, more);
        }
    }

    /** A small store was just written: it is in memory, unlike the large ones beside it. */
    private HeldInMemory held(String folder) throws IOException {
        return many < ScaleStore.KEPT_FROM
                ? HeldInMemory.nothing()
                : HeldInMemory.all(folder(folder));
    }

    private static ScaleStore sqlite(int count) throws IOException {
        var folder = folder("sqlite-" + count);
        var file = folder.resolve("data/latchkey.db");
        return new ScaleStore(folder, new Spread(count), Map.of(), new ScaleSqlite(file));
    }

    List<String> onPostgres() throws IOException, InterruptedException {
        try (var server = Postgres.keptIn(folder("postgres"))) {
            var less = postgres(server, few);
            var more = postgres(server, many);
            server.start(SUPERFAST);
            for (var store : List.of(less, more)) {
                if (!store.isGood()) {
                    store.clear();
                    server.makeDatabase("scale_" + store.spread().count());
                    filled(store);
                }
            }
            server.stop();
            settle();
            server.start();
            try (var _ = held("postgres")) {
                return compare("PostgreSQL", less, more);
            }
        }
    }

    private static ScaleStore postgres(Postgres server, int count) throws IOException {
        var url = server.url("scale_" + count);
        return new ScaleStore(
                folder("postgres-" + count),
                new Spread(count),
                Map.of("LATCHKEY_DATABASE_URL", url),
                new ScalePostgres(url));
    }

    private static void filled(ScaleStore store) throws IOException, InterruptedException {
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

    private List<String> compare(String engine, ScaleStore less, ScaleStore more)
            throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        try (var small = ScaleSide.start(less, 1);
                var large = ScaleSide.start(more, 1)) {
            rows.add(row("check, first sight, " + engine, small, large, ScaleSide::firstChecks));
            rows.add(row("check, remembered, " + engine, small, large, ScaleSide::furtherChecks));
            rows.add(row("refresh, " + engine, small, large, ScaleSide::refreshes));
            rows.add(row("sign-in, cheapest hash, " + engine, small, large, ScaleSide::signIns));
        }
        try (var small = ScaleSide.start(less, 0);
                var large = ScaleSide.start(more, 0)) {
            rows.add(row("sign-in, " + engine, small, large, ScaleSide::signIns));
        }
        return rows;
    }

    private String row(String name, ScaleSide small, ScaleSide large, Figure figure)
            throws IOException, InterruptedException {
        var here = new Series();
        var there = new Series();
        try {
            figure.perSecond(small, warmUp() * seconds);
            figure.perSecond(large, warmUp() * seconds);
            for (int i = 0; i < rounds; i++) {
                there.add(figure.perSecond(small, seconds));
                here.add(figure.perSecond(large, seconds));
            }
        } catch (SQLException e) {
            throw new IOException(name, e);
        }
        return "| %s: %,d users against %,d | %s | %s | %s | |"
                .formatted(
                        name,
                        many,
                        few,
                        here.told("%.0f"),
                        there.told("%.0f"),
                        here.over(there).told("%.2f"));
    }

    private int warmUp() {
        return many < ScaleStore.KEPT_FROM ? 1 : WARM_UP;
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
