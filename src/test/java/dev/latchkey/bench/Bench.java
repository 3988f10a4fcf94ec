package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs measures and prints a page. Arguments: rounds, seconds a run (1 and 1 show only that it
 * works), and the names of measures, else all.
 */
public final class Bench {
    private static final String EMAIL = "ada@example.com";
    private static final List<String> ALL =
            List.of(
                    "checks",
                    "sign-ins",
                    "storm",
                    "refreshes",
                    "starts",
                    "keycloak",
                    "memory",
                    "flames",
                    "scale");

    private final int rounds;
    private final int seconds;

    private Bench(int rounds, int seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var bench = new Bench(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        bench.head();
        for (var measure : args.length > 2 ? List.of(args).subList(2, args.length) : ALL) {
            bench.run(measure).forEach(System.out::println);
        }
    }

    private List<String> run(String measure) throws IOException, InterruptedException {
        if (measure.startsWith("memory")) {
            return List.of(new Memory(number(measure, 100_000), seconds).run());
        }
        if (measure.startsWith("scale")) {
            return scale(measure);
        }
        try (var server = LatchkeyPeer.start(folder(), Map.of())) {
            server.user(EMAIL);
            return switch (measure) {
                case "checks" -> Checks.of(server, EMAIL, rounds, seconds).run();
                case "sign-ins" -> List.of(new SignIns(server, rounds, seconds).run(EMAIL));
                case "storm" -> storm(server);
                case "refreshes" -> refreshes(server);
                case "flames" -> new Flames(seconds).run();
                case "keycloak" -> new AgainstKeycloak(server, rounds, seconds).run();
                case "starts" -> new Starts(rounds).run();
                default -> throw new IllegalArgumentException("no measure " + measure + ": " + ALL);
            };
        }
    }

    /** The number that was given with a measure's name, as in {@code memory=1000}. */
    private static int number(String measure, int usual) {
        var equals = measure.indexOf('=');
        return equals < 0 ? usual : Integer.parseInt(measure.substring(equals + 1));
    }

    /**
     * {@code scale=20000} is with that many users, {@code scale-sqlite} on one engine alone; {@code
     * scale-flames} draws.
     */
    private List<String> scale(String measure) throws IOException, InterruptedException {
        var scale = new Scale(number(measure, 10_000_000), rounds, seconds);
        List<String> rows = new ArrayList<>();
        if (measure.startsWith("scale-flames")) {
            return scale.flames();
        }
        if (!measure.startsWith("scale-postgres")) {
            rows.addAll(scale.onSqlite());
        }
        if (!measure.startsWith("scale-sqlite")) {
            rows.addAll(scale.onPostgres());
        }
        return rows;
    }

    private List<String> storm(LatchkeyPeer server) throws IOException, InterruptedException {
        try (var loop = BareLoop.start()) {
            var hashes = loop.perSecond(seconds);
            return new Fairness(server, EMAIL, hashes, rounds, seconds).run();
        }
    }

    private List<String> refreshes(LatchkeyPeer sqlite) throws IOException, InterruptedException {
        var settings = Map.of("LATCHKEY_DATABASE_URL", Postgres.shared().freshDatabase());
        try (var postgres = LatchkeyPeer.start(folder(), settings)) {
            postgres.user(EMAIL);
            var onSqlite = new Refreshes(sqlite.peer().url(), new AivoRefreshes(EMAIL));
            var onPostgres = new Refreshes(postgres.peer().url(), new AivoRefreshes(EMAIL));
            onSqlite.perSecond(2 * seconds);
            onPostgres.perSecond(2 * seconds);
            var here = new Series();
            var there = new Series();
            for (int i = 0; i < rounds; i++) {
                here.add(onSqlite.perSecond(seconds));
                there.add(onPostgres.perSecond(seconds));
            }
            return List.of(
                    "| refresh with rotation, SQLite | %s | | | |".formatted(here.told("%.0f")),
                    "| refresh with rotation, PostgreSQL | %s | | | |"
                            .formatted(there.told("%.0f")));
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("latchkey-bench");
    }

    private void head() {
        System.out.printf(
                "%s, %d processors, Java %s, %s %s; %d rounds of %d s in turn after warming up;"
                        + " median (least to most)%n%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                rounds,
                seconds);
        System.out.println(
                "| measure | here, per second | compared with, per second | ratio | ratio of p99"
                        + " |");
        System.out.println("|---|---|---|---|---|");
    }
}
