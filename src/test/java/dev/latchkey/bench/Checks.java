package dev.latchkey.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of one token against a constant answer of the same size to the same request, in turn. */
final class Checks {
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP_ROUNDS = 2;

    private final Map<String, Question> questions;
    private final int rounds;
    private final Wrk wrk;

    private Checks(Map<String, Question> questions, int rounds, int seconds) {
        this.questions = questions;
        this.rounds = rounds;
        this.wrk = new Wrk(CONNECTIONS, seconds);
    }

    static Checks of(LatchkeyPeer server, String email, int rounds, int seconds)
            throws IOException, InterruptedException {
        var peer = server.peer();
        var token = server.signIn(email).access();
        var client = server.client();
        Map<String, Question> all = new LinkedHashMap<>();
        all.put("Trieve `get_me`", Question.get(peer.url("/trieve/api/auth/me"), token));
        all.put("NuExtract `me`", Question.get(peer.url("/nuextract/v1/api/auth/me"), token));
        all.put("Aivo `/me`", Question.get(peer.url("/aivo/auth/v1/me"), token));
        all.put(
                "introspection",
                Question.post(
                        peer.url("/oidc/introspect"),
                        client.form() + "&token=" + server.token(client)));
        all.put(
                "Semaphore `user_tokens_get`",
                Question.get(peer.url("/semaphore/api/user/tokens"), token));
        return new Checks(all, rounds, seconds);
    }

    /** Rows of a Markdown table. */
    List<String> run() throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        for (var entry : questions.entrySet()) {
            rows.add(row(entry.getKey(), entry.getValue()));
        }
        return rows;
    }

    private String row(String name, Question question) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("latchkey-bench");
        try (var constant = ConstantServer.start(folder, size(question))) {
            return compare(name, question, question.at(constant.url("/constant")));
        }
    }

    private static int size(Question question) throws IOException {
        try (var connection = new Connection(question.url().resolve("/"))) {
            var answer =
                    connection.send(
                            question.method(),
                            question.url().getPath(),
                            String.join("\r\n", question.headers()) + "\r\n",
                            question.body());
            if (answer.status() != 200) {
                throw new IOException(question.url() + " was answered " + answer);
            }
            return answer.body().getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private String compare(String name, Question here, Question constant)
            throws IOException, InterruptedException {
        var rate = new Series();
        var limitRate = new Series();
        var p99 = new Series();
        var limitP99 = new Series();
        for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
            var shown = wrk.run(here);
            var most = wrk.run(constant);
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
