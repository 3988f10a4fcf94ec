package dev.latchkey.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The load generator wrk, run as a process on this machine's loopback. */
record Wrk(int connections, int seconds) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    /**
     * What one run showed.
     *
     * @param rate answers per second
     * @param p99Millis slowest of the fastest 99 of 100
     */
    record Shown(double rate, double p99Millis) {}

    Shown run(Question question) throws IOException, InterruptedException {
        var script = Files.createTempFile("latchkey-bench", ".lua");
        try {
            Files.writeString(script, question.script());
            return run(question.url(), script);
        } finally {
            Files.delete(script);
        }
    }

    private Shown run(URI url, Path script) throws IOException, InterruptedException {
        var command =
                List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--latency",
                        "-s",
                        script.toString(),
                        url.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var bad = BAD.matcher(text);
        if (process.exitValue() != 0 || bad.find()) {
            throw new IllegalStateException("wrk found bad answers at " + url + ":\n" + text);
        }
        return new Shown(Double.parseDouble(group(RATE, text)), p99(text));
    }

    private static double p99(String text) {
        var match = P99.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("wrk said no latency:\n" + text);
        }
        var value = Double.parseDouble(match.group(1));
        return switch (match.group(2)) {
            case "us" -> value / 1000;
            case "s" -> value * 1000;
            default -> value;
        };
    }

    private static String group(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("wrk said no rate:\n" + text);
        }
        return match.group(1);
    }
}
