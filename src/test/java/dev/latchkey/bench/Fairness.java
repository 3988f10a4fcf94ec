package dev.latchkey.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks of a token while sign-ins arrive at three times the rate at which the cores can hash,
 * against the same checks at rest.
 */
final class Fairness {
    private static final int CONNECTIONS = 8;
    private static final int CHECKS_PER_SECOND = 2_000;

    /** Times a round. So long the compiler wants a core for itself again and again. */
    private static final int WARM_UP = 15;

    private final LatchkeyPeer server;
    private final String email;
    private final double hashesPerSecond;
    private final int rounds;
    private final int seconds;

    Fairness(LatchkeyPeer server, String email, double hashesPerSecond, int rounds, int seconds) {
        this.server = server;
        this.email = email;
        this.hashesPerSecond = hashesPerSecond;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<String> run() throws IOException, InterruptedException {
        var token = server.signIn(email).access();
        var pace = pace(seconds);
        var atRest = new Series();
        var inStorm = new Series();
        Map<Integer, Long> told = new TreeMap<>();
        stormed(pace(WARM_UP * seconds), token, new TreeMap<>());
        for (int i = 0; i < rounds; i++) {
            atRest.add(pace.p99Millis(token));
            inStorm.add(stormed(pace, token, told));
        }
        return List.of(
                "| p99 of a check, ms: in a storm of sign-ins, and at rest | %s | %s | %s | |"
                        .formatted(
                                inStorm.told("%.2f"),
                                atRest.told("%.2f"),
                                inStorm.over(atRest).told("%.2f")),
                "| the storm's answers by status (0: lost) | %s | | | |".formatted(told));
    }

    /** Nothing but a storm, with the same checks. */
    void storm() throws IOException, InterruptedException {
        stormed(pace(seconds), server.signIn(email).access(), new TreeMap<>());
    }

    private Pace pace(int seconds) {
        return new Pace(server.peer().url(), CONNECTIONS, CHECKS_PER_SECOND, seconds);
    }

    private double stormed(Pace pace, String token, Map<Integer, Long> told)
            throws InterruptedException {
        var storm = Storm.begin(3 * hashesPerSecond, this::signIn);
        double p99;
        try (storm) {
            p99 = pace.p99Millis(token);
        }
        storm.answers().forEach((status, count) -> told.merge(status, count, Long::sum));
        return p99;
    }

    private int signIn() throws IOException {
        try (var connection = new Connection(server.peer().url())) {
            return LatchkeyPeer.trySignIn(connection, email).status();
        }
    }
}
