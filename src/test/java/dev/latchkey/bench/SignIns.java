package dev.latchkey.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * Sign-ins with a password against the same cores hashing in a plain loop with the same library and
 * parameters, in turn. The client shares those cores, so it is the one that takes least of them.
 */
final class SignIns {
    private static final int CLIENTS = 32;

    /** So many sign-ins does the compiler want to see before it is done. */
    private static final int WARM_UP = 40_000;

    /** At most so many times a round. */
    private static final int WARM_UP_ROUNDS = 48;

    /** Whose client has gone is still hashed, and not in the plain loop's time. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LatchkeyPeer server;
    private final int rounds;
    private final int seconds;

    SignIns(LatchkeyPeer server, int rounds, int seconds) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    String run(String email) throws IOException, InterruptedException {
        var signIn = LatchkeyPeer.signInAt(server.peer().url(), email);
        warmUp(signIn);
        var signIns = new Series();
        var bare = new Series();
        try (var loop = BareLoop.start()) {
            for (int i = 0; i < rounds; i++) {
                signIns.add(new Wrk(CLIENTS, seconds).run(signIn).rate());
                Thread.sleep(PAUSE);
                bare.add(loop.perSecond(seconds));
            }
        }
        return row(signIns, bare);
    }

    private void warmUp(Question signIn) throws IOException, InterruptedException {
        var rate = new Wrk(CLIENTS, seconds).run(signIn).rate();
        var enough = (int) Math.min(WARM_UP / rate, seconds * WARM_UP_ROUNDS);
        new Wrk(CLIENTS, enough).run(signIn);
    }

    private static String row(Series signIns, Series bare) {
        return "| password sign-in (Aivo) | %s | %s | %s | |"
                .formatted(
                        signIns.told("%.1f"), bare.told("%.1f"), signIns.over(bare).told("%.2f"));
    }
}
