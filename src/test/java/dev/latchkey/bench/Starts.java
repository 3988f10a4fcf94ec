package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * From exec of the launcher to the first good answer, on a database that is there already and with
 * the files in the machine's cache, and the memory that an idle server holds.
 */
final class Starts {
    private static final long SETTLE_MILLIS = 12_000;

    /** Starts a server; returns after its first good answer. */
    private interface Starting {
        Running start() throws IOException, InterruptedException;
    }

    /** What the starts of one server came to. */
    private record Came(Starting starting, Series millis, Series megabytes) {
        Came(Starting starting) {
            this(starting, new Series(), new Series());
        }

        void once() throws IOException, InterruptedException {
            var begin = System.nanoTime();
            try (var server = starting.start()) {
                millis.add((System.nanoTime() - begin) / 1e6);
                Thread.sleep(SETTLE_MILLIS);
                megabytes.add(server.peer().residentMegabytes());
            }
        }
    }

    private final int rounds;

    Starts(int rounds) {
        this.rounds = rounds;
    }

    /** Rows of a Markdown table. */
    List<String> run() throws IOException, InterruptedException {
        var here = new Came(here());
        here.starting().start().close();
        for (int i = 0; i < rounds; i++) {
            here.once();
        }
        return List.of(
                "| start to first answer, ms | %s | | | |".formatted(here.millis().told("%.0f")),
                "| resident memory at idle, MB | %s | | | |"
                        .formatted(here.megabytes().told("%.0f")));
    }

    /** The same beside Keycloak's, in turn: less is better. */
    List<String> againstKeycloak() throws IOException, InterruptedException {
        var database = Postgres.shared().freshDatabase();
        var here = new Came(here());
        var there = new Came(() -> KeycloakPeer.again(database));
        here.starting().start().close();
        KeycloakPeer.start(database, List.of()).close();
        for (int i = 0; i < rounds; i++) {
            here.once();
            there.once();
        }
        return List.of(
                row("start to first answer, ms", here.millis(), there.millis()),
                row("resident memory at idle, MB", here.megabytes(), there.megabytes()));
    }

    private static String row(String name, Series here, Series there) {
        return "| %s | %s | %s | %s | |"
                .formatted(
                        name, here.told("%.0f"), there.told("%.0f"), here.over(there).told("%.3f"));
    }

    private static Starting here() throws IOException {
        var folder = Files.createTempDirectory("latchkey-bench");
        return () -> healthy(folder, Map.of());
    }

    /** One that has answered. */
    static Running healthy(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        var server = LatchkeyPeer.start(folder, settings);
        requireHealthy(server.peer().url());
        return server;
    }

    private static void requireHealthy(URI url) throws IOException {
        try (var connection = new Connection(url)) {
            var status = connection.send("GET", "/healthz", "", "").status();
            if (status != 200) {
                throw new IOException("the first answer was a " + status);
            }
        }
    }
}
