package dev.latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a server holds in memory when many sessions live and their tokens are checked, picked at
 * random, without a pause. The password hash is as cheap as each allows: only the sessions matter.
 */
final class Memory {
    private static final String EMAIL = "ada@example.com";
    private static final int CLIENTS = 16;
    private static final List<String> THEIR_HASH =
            List.of(
                    "--spi-password-hashing--argon2--memory=1024",
                    "--spi-password-hashing--argon2--iterations=1",
                    "--spi-password-hashing--argon2--parallelism=1");
    private static final Map<String, String> OUR_HASH =
            Map.of("LATCHKEY_PASSWORD_MEMORY_KIB", "1024", "LATCHKEY_PASSWORD_ITERATIONS", "1");

    private final int sessions;
    private final int seconds;

    Memory(int sessions, int seconds) {
        this.sessions = sessions;
        this.seconds = seconds;
    }

    /** A row of a Markdown table. */
    String run() throws IOException, InterruptedException {
        var ours = ours(Map.of());
        var theirs = theirs();
        return "| resident memory after %d s of checks of %d sessions, MB (Keycloak) | %.0f | %.0f | %.2f | |"
                .formatted(seconds, sessions, ours, theirs, ours / theirs);
    }

    /** Megabytes held by a server with more settings, after the checks. */
    double ours(Map<String, String> more) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("latchkey-bench");
        var settings = new HashMap<>(OUR_HASH);
        settings.putAll(more);
        try (var server = LatchkeyPeer.start(folder, settings)) {
            server.user(EMAIL);
            return after(
                    server.peer(),
                    server.peer().url("/trieve/api/auth/me"),
                    c -> LatchkeyPeer.signIn(c, EMAIL).access());
        }
    }

    private double theirs() throws IOException, InterruptedException {
        try (var keycloak = KeycloakPeer.start(THEIR_HASH)) {
            return after(
                    keycloak.peer(),
                    keycloak.peer().url(KeycloakPeer.USER_INFO),
                    c -> KeycloakPeer.signIn(c).access());
        }
    }

    /** How one gets a token of a new session. */
    private interface SignIn {
        String token(Connection connection) throws IOException;
    }

    private double after(Peer peer, URI check, SignIn signIn)
            throws IOException, InterruptedException {
        var tokens = open(peer, signIn);
        new Load(peer.url(), CLIENTS, seconds)
                .perSecond(_ ->
                        c -> {
                            var token = tokens[ThreadLocalRandom.current().nextInt(tokens.length)];
                            var header = "Authorization: Bearer " + token + "\r\n";
                            var status = c.send("GET", check.getPath(), header, "").status();
                            if (status != 200) {
                                throw new IOException("a check was answered " + status);
                            }
                        });
        return peer.residentMegabytes();
    }

    private String[] open(Peer peer, SignIn signIn) throws IOException, InterruptedException {
        var left = new AtomicInteger(sessions);
        var tokens = new ConcurrentLinkedQueue<String>();
        var clients = new Thread[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            clients[i] = Thread.ofPlatform().start(() -> open(peer, signIn, left, tokens));
        }
        for (var client : clients) {
            client.join();
        }
        if (tokens.size() != sessions) {
            throw new IOException("only " + tokens.size() + " sessions were opened");
        }
        return tokens.toArray(String[]::new);
    }

    private static void open(
            Peer peer, SignIn signIn, AtomicInteger left, ConcurrentLinkedQueue<String> tokens) {
        try (var connection = new Connection(peer.url())) {
            while (left.getAndDecrement() > 0) {
                tokens.add(signIn.token(connection));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a sign-in failed", e);
        }
    }
}
