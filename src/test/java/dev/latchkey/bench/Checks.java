package dev.latchkey.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of one token against a constant answer of the same size, in turn. */
final class Checks {
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP_ROUNDS = 2;

    private final Peer server;
    private final String token;
    private final int rounds;
    private final Wrk wrk;

    Checks(Peer server, String token, int rounds, int seconds) {
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
        var folder = Files.createTempDirectory("latchkey-bench");
        try (var constant = ConstantServer.start(folder, size(path))) {
            return compare(name, path, constant);
        }
    }

    private int size(String path) throws IOException {
        try (var connection = new Connection(server.url())) {
            var answer =
                    connection.send("GET", path, "Authorization: Bearer " + token + "\r\n", "");
            return answer.body().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private String compare(String name, String path, Peer constant)
            throws IOException, InterruptedException {
        var rate = new Series();
        var limitRate = new Series();
        var p99 = new Series();
        var limitP99 = new Series();
        var headers = List.of("Authorization: Bearer " + token);
        for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
            var shown = wrk.run(server.url(path), headers);
            var most = wrk.run(constant.url("/constant"), headers);
            if (i >= 0) {
                rate.add(shown.rate());
                p99.add(shown.p99Millis());
                limitRate.add(most.rate());
                limitP99.add(most.p99Millis());
            }
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
