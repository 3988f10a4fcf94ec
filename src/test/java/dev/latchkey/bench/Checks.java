package dev.latchkey.bench;

import dev.latchkey.http.Door;
import dev.latchkey.http.DoorSettings;
import dev.latchkey.http.Listener;
import dev.latchkey.http.Mount;
import dev.latchkey.http.Reply;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of one token against a constant answer of the same size, in turn. */
final class Checks {
    private static final int CONNECTIONS = 32;

    private final TestServer server;
    private final String token;
    private final int rounds;
    private final Wrk wrk;

    Checks(TestServer server, String token, int rounds, int seconds) {
        this.server = server;
        this.token = token;
        this.rounds = rounds;
        this.wrk = new Wrk(CONNECTIONS, seconds);
    }

    /** Rows of a Markdown table. */
    List<String> run() throws IOException, InterruptedException {
        Map<String, String> measured = new LinkedHashMap<>();
        measured.put("Trieve `get_me`", "/trieve/api/auth/me");
        measured.put("NuExtract `me`", "/nuextract/v1/api/auth/me");
        measured.put("Aivo `/me`", "/aivo/auth/v1/me");
        measured.put("Semaphore `user_tokens_get`", "/semaphore/api/user/tokens");
        List<String> rows = new ArrayList<>();
        for (var entry : measured.entrySet()) {
            rows.add(row(entry.getKey(), entry.getValue()));
        }
        return rows;
    }

    private String row(String name, String path) throws IOException, InterruptedException {
        var body =
                Http.at(server.url())
                        .bearer(token)
                        .get(path)
                        .text()
                        .getBytes(StandardCharsets.UTF_8);
        var constant = new ConstantApi(Reply.of(200, Reply.JSON, body));
        var mount = new Mount(null, "", URI.create("http://localhost"), constant);
        try (var door =
                Door.open(
                        DoorSettings.defaults(),
                        List.of(new Listener("127.0.0.1", 0, List.of(mount))))) {
            var limit = URI.create("http://127.0.0.1:" + door.ports().getFirst() + "/constant");
            return compare(name, server.url(path), limit);
        }
    }

    private String compare(String name, URI check, URI limit)
            throws IOException, InterruptedException {
        var headers = List.of("Authorization: Bearer " + token);
        wrk.run(check, headers);
        wrk.run(limit, headers);
        var rate = new Series();
        var limitRate = new Series();
        var p99 = new Series();
        var limitP99 = new Series();
        for (int i = 0; i < rounds; i++) {
            var shown = wrk.run(check, headers);
            var most = wrk.run(limit, headers);
            rate.add(shown.rate());
            p99.add(shown.p99Millis());
            limitRate.add(most.rate());
            limitP99.add(most.p99Millis());
        }
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        rate.told("%.0f"),
                        limitRate.told("%.0f"),
                        rate.over(limitRate).told("%.2f"),
                        p99.over(limitP99).told("%.2f"));
    }
}
