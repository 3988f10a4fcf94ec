package dev.latchkey.bench;

import one.convert.Arguments;
import one.convert.JfrToFlame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the server's time goes: one flame graph for each kind of load, out of the JVM's flight
 * recorder, in {@code bench/flames}. The warming up is left out of them.
 */
final class Flames {
    private static final Path FOLDER = Path.of("bench/flames");
    private static final String EMAIL = "ada@example.com";
    private static final int CLIENTS = 16;

    /** Something that the server is kept busy with. */
    private interface Work {
        void run(LatchkeyPeer server, int seconds) throws IOException, InterruptedException;
    }

    private final int seconds;

    Flames(int seconds) {
        this.seconds = seconds;
    }

    List<String> run() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        record(
                "check",
                (server, time) -> {
                    var me = server.peer().url("/trieve/api/auth/me");
                    var token = server.signIn(EMAIL).access();
                    new Wrk(CLIENTS, time).run(Question.get(me, token));
                });
        record(
                "introspection",
                (server, time) -> {
                    var client = server.client();
                    var form = client.form() + "&token=" + server.token(client);
                    var url = server.peer().url("/oidc/introspect");
                    new Wrk(CLIENTS, time).run(Question.post(url, form));
                });
        record(
                "sign-in",
                (server, time) ->
                        load(server, time)
                                .perSecond(
                                        _ -> connection -> LatchkeyPeer.signIn(connection, EMAIL)));
        record(
                "refresh",
                (server, time) ->
                        new Refreshes(server.peer().url(), new AivoRefreshes(EMAIL))
                                .perSecond(time));
        return List.of("| flame graphs | in %s | | | |".formatted(FOLDER));
    }

    private static Load load(LatchkeyPeer server, int time) {
        return new Load(server.peer().url(), CLIENTS, time);
    }

    private void record(String name, Work work) throws IOException, InterruptedException {
        var recording = Files.createTempFile("latchkey-" + name, ".jfr");
        var options =
                "-XX:StartFlightRecording:jdk.CPUTimeSample#enabled=true,"
                        + "jdk.CPUTimeSample#throttle=5ms,filename="
                        + recording
                        + " -Xlog:jfr*=off";
        var folder = Files.createTempDirectory("latchkey-bench");
        try (var server = LatchkeyPeer.start(folder, Map.of("LATCHKEY_JAVA_OPTS", options))) {
            server.user(EMAIL);
            work.run(server, 2 * seconds);
            work.run(server, seconds);
        }
        JfrToFlame.convert(
                recording.toString(),
                FOLDER.resolve(name + ".html").toString(),
                new Arguments(
                        "--cpu-time",
                        "--norm",
                        "--simple",
                        "--minwidth",
                        "0.3",
                        "--from",
                        // Relative to the end of the recording.
                        Long.toString(-1000L * seconds),
                        "--title",
                        "Latchkey, CPU time: " + name));
        Files.delete(recording);
    }
}
