package dev.latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Runs every measure and prints a page. Arguments: rounds and seconds a run; 1 and 1 show only that
 * it works.
 */
public final class Bench {
    private static final String EMAIL = "ada@example.com";

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        var folder = Files.createTempDirectory("latchkey-bench");
        head(rounds, seconds);
        try (var server = LatchkeyPeer.start(folder, Map.of())) {
            server.user(EMAIL);
            var token = server.signIn(EMAIL).access();
            new Checks(server.peer(), token, rounds, seconds).run().forEach(System.out::println);
            System.out.println(new SignIns(server, rounds, seconds).run(EMAIL));
        }
        System.out.println(new Starts(rounds).run());
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
