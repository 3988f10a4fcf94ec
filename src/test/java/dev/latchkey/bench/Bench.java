package dev.latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Runs every measure and prints a page. Arguments: rounds, seconds a run (1 and 1 show only that it
 * works), and the names of measures, else all.
 */
public final class Bench {
    private static final String EMAIL = "ada@example.com";
    private static final List<String> ALL = List.of("checks", "sign-ins", "starts");

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        var measures = args.length > 2 ? List.of(args).subList(2, args.length) : ALL;
        head(rounds, seconds);
        for (var measure : measures) {
            run(measure, rounds, seconds).forEach(System.out::println);
        }
    }

    private static List<String> run(String measure, int rounds, int seconds)
            throws IOException, InterruptedException {
        return switch (measure) {
            case "checks" -> checks(rounds, seconds);
            case "sign-ins" -> List.of(signIns(rounds, seconds));
            case "starts" -> List.of(new Starts(rounds).run());
            default -> throw new IllegalArgumentException("no measure " + measure + ": " + ALL);
        };
    }

    private static List<String> checks(int rounds, int seconds)
            throws IOException, InterruptedException {
        try (var server = LatchkeyPeer.start(folder(), Map.of())) {
            server.user(EMAIL);
            var token = server.signIn(EMAIL).access();
            return new Checks(server.peer(), token, rounds, seconds).run();
        }
    }

    private static String signIns(int rounds, int seconds)
            throws IOException, InterruptedException {
        try (var server = LatchkeyPeer.start(folder(), Map.of())) {
            server.user(EMAIL);
            return new SignIns(server, rounds, seconds).run(EMAIL);
        }
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("latchkey-bench");
    }

    private static void head(int rounds, int seconds) {
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
