package dev.latchkey.bench;

import dev.latchkey.core.session.SessionId;
import dev.latchkey.crypto.Argon2Parameters;
import dev.latchkey.crypto.Argon2idHash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A server's folder beside a filled database. A large one is kept for other runs; the folder tells
 * when it was filled, and how many of its refresh tokens are used.
 */
final class ScaleStore {
    /** As many as are filled again each time, so that every run begins alike. */
    static final int KEPT_FROM = 1_000_000;

    /** Sessions end, and a token that is used up twice ends one: after that it is made anew. */
    private static final Duration GOOD_FOR = Duration.ofDays(2);

    private static final int MOST_IN_A_RUN = 500_000;

    private final Path folder;
    private final Spread spread;
    private final Map<String, String> settings;
    private final ScaleFilling filling;

    ScaleStore(Path folder, Spread spread, Map<String, String> settings, ScaleFilling filling) {
        this.folder = folder;
        this.spread = spread;
        this.settings = settings;
        this.filling = filling;
    }

    Spread spread() {
        return spread;
    }

    boolean isGood() throws IOException {
        var marker = folder.resolve("filled");
        return spread.count() >= KEPT_FROM
                && Files.exists(marker)
                && Files.getLastModifiedTime(marker).toMillis()
                        > System.currentTimeMillis() - GOOD_FOR.toMillis();
    }

    void fill() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(folder);
        start(Map.of()).close();
        var now = System.currentTimeMillis();
        filling.fill(
                new ScaleRows(
                        spread,
                        now,
                        filling.organization(),
                        List.of(hash(19_456, 2), hash(1024, 1))));
        Files.writeString(folder.resolve("filled"), Long.toString(now));
        used(0);
    }

    /** What the sessions are called that are in it. */
    IntFunction<SessionId> sessionIds() throws IOException {
        var now = Long.parseLong(Files.readString(folder.resolve("filled")));
        return new ScaleRows(spread, now, new UUID(0, 0), List.of())::sessionId;
    }

    /** Removes what is left of an earlier one. */
    void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String hash(int memoryKib, int iterations) {
        return new Argon2idHash(new Argon2Parameters(memoryKib, iterations, 1))
                .hash(LatchkeyPeer.PASSWORD);
    }

    ScaleFilling filling() {
        return filling;
    }

    LatchkeyPeer start(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return LatchkeyPeer.start(folder, all);
    }

    /**
     * How many sessions' first refresh tokens are used. Until it is told anew it counts more of
     * them, so that another run passes over those of one that was killed.
     */
    int begin() throws IOException {
        var used = Integer.parseInt(Files.readString(folder.resolve("used")));
        used(used + MOST_IN_A_RUN);
        return used;
    }

    void used(int sessions) throws IOException {
        Files.writeString(folder.resolve("used"), Integer.toString(sessions));
    }
}
