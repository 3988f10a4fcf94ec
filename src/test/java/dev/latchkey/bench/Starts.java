package dev.latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** From exec of the launcher to the first good answer, and the memory an idle server holds. */
final class Starts {
    private static final long SETTLE_MILLIS = 3000;

    private final int rounds;

    Starts(int rounds) {
        this.rounds = rounds;
    }

    String run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("latchkey-bench");
        var millis = new Series();
        var megabytes = new Series();
        once(folder, new Series(), new Series());
        for (int i = 0; i < rounds; i++) {
            once(folder, millis, megabytes);
        }
        return "| start to first answer, ms | %s | | | |%n| resident memory at idle, MB | %s | | | |"
                .formatted(millis.told("%.0f"), megabytes.told("%.0f"));
    }

    private static void once(Path folder, Series millis, Series megabytes)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        try (var server = LatchkeyPeer.start(folder, Map.of())) {
            requireHealthy(server.peer().url());
            millis.add((System.nanoTime() - begin) / 1e6);
            Thread.sleep(SETTLE_MILLIS);
            megabytes.add(server.peer().residentMegabytes());
        }
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
