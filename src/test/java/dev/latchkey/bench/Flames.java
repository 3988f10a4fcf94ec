package dev.latchkey.bench;

import dev.latchkey.testkit.Postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the server's time goes: one flame graph for each measure. The warming up is left out of
 * them.
 */
final class Flames {
    private static final String EMAIL = "ada@example.com";
    private static final int CLIENTS = 16;
    private static final int STARTS = 20;

    private static final int SESSIONS = 10_000;

    /** Something that the server is kept busy with. */
    private interface Work {
        void run(LatchkeyPeer server, int seconds) throws IOException, InterruptedException;
    }

    private final int seconds;

    Flames(int seconds) {
        this.seconds = seconds;
    }

    /** A row of a Markdown table. */
    List<String> run() throws IOException, InterruptedException {
        record("check", Map.of(), get("/trieve/api/auth/me"));
        record("user-tokens", Map.of(), get("/semaphore/api/user/tokens"));
        record("introspection", Map.of(), Flames::introspect);
        record("sign-in", Map.of(), Flames::signIn);
        record("refresh", Map.of(), Flames::refresh);
        var database = Postgres.shared().freshDatabase();
        record("refresh-postgres", Map.of("LATCHKEY_DATABASE_URL", database), Flames::refresh);
        record("storm", Map.of(), Flames::storm);
        start();
        memory();
        return List.of(Flame.ROW);
    }

    private static Work get(String path) {
        return (server, time) -> {
            var token = server.signIn(EMAIL).access();
            new Wrk(CLIENTS, time).run(Question.get(server.peer().url(path), token));
        };
    }

    private static void introspect(LatchkeyPeer server, int time)
            throws IOException, InterruptedException {
        var client = server.client();
        var form = client.form() + "&token=" + server.token(client);
        new Wrk(CLIENTS, time).run(Question.post(server.peer().url("/oidc/introspect"), form));
    }

    private static void signIn(LatchkeyPeer server, int time) throws InterruptedException {
        new Load(server.peer().url(), CLIENTS, time)
                .perSecond(_ -> connection -> LatchkeyPeer.signIn(connection, EMAIL));
    }

    private static void refresh(LatchkeyPeer server, int time) throws InterruptedException {
        new Refreshes(server.peer().url(), new AivoRefreshes(EMAIL)).perSecond(time);
    }

    private static void storm(LatchkeyPeer server, int time)
            throws IOException, InterruptedException {
        double hashes;
        try (var loop = BareLoop.start()) {
            hashes = loop.perSecond(time);
        }
        new Fairness(server, EMAIL, hashes, 0, time).storm();
    }

    private void record(String name, Map<String, String> settings, Work work)
            throws IOException, InterruptedException {
        var flame = Flame.of(name);
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(flame.settings(Flame.MILLIS));
        try (var server = LatchkeyPeer.start(folder(), all)) {
            server.user(EMAIL);
            work.run(server, 2 * seconds);
            work.run(server, seconds);
        }
        flame.drawTime(Flame.last(seconds));
    }

    /** Many of them, since one is short. */
    private static void start() throws IOException, InterruptedException {
        var flame = Flame.of("start");
        var folder = folder();
        LatchkeyPeer.start(folder, Map.of()).close();
        for (int i = 0; i < STARTS; i++) {
            Starts.healthy(folder, flame.settings(1)).close();
        }
        flame.drawTime("--exclude", "stop");
    }

    /** Memory has no stacks, but what is put into it has. */
    private void memory() throws IOException, InterruptedException {
        var flame = Flame.of("memory");
        new Memory(SESSIONS, seconds).ours(flame.settings(Flame.MILLIS));
        flame.drawAllocations(Flame.last(seconds));
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("latchkey-bench");
    }
}
