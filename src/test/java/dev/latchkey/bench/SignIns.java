package dev.latchkey.bench;

import dev.latchkey.core.password.PasswordHash;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sign-ins with a password against the same cores hashing in a plain loop with the same library and
 * parameters, in turn.
 */
final class SignIns {
    private static final int CLIENTS = 16;

    private final TestServer server;
    private final PasswordHash hash;
    private final int rounds;
    private final int seconds;

    SignIns(TestServer server, PasswordHash hash, int rounds, int seconds) {
        this.server = server;
        this.hash = hash;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    String run(String email) throws InterruptedException {
        var stored = hash.hash(TestServer.PASSWORD);
        var cores = Runtime.getRuntime().availableProcessors();
        var body = Map.of("email", email, "password", TestServer.PASSWORD);
        Runnable signIn =
                () -> {
                    var status = Http.at(server.url()).post("/aivo/auth/v1/login", body).status();
                    if (status != 200) {
                        throw new IllegalStateException("a sign-in was answered " + status);
                    }
                };
        Runnable loop = () -> hash.verify(TestServer.PASSWORD, stored);
        perSecond(CLIENTS, signIn);
        perSecond(cores, loop);
        var signIns = new Series();
        var bare = new Series();
        for (int i = 0; i < rounds; i++) {
            signIns.add(perSecond(CLIENTS, signIn));
            bare.add(perSecond(cores, loop));
        }
        return "| password sign-in (Aivo) | %s | %s | %s | |"
                .formatted(
                        signIns.told("%.1f"), bare.told("%.1f"), signIns.over(bare).told("%.2f"));
    }

    private double perSecond(int threads, Runnable work) throws InterruptedException {
        var done = new AtomicLong();
        var begin = System.nanoTime();
        var end = begin + seconds * 1_000_000_000L;
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                while (System.nanoTime() < end) {
                                    work.run();
                                    done.incrementAndGet();
                                }
                            }));
        }
        for (var thread : running) {
            thread.join();
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }
}
