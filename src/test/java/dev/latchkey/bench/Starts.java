package dev.latchkey.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** From exec of the launcher to the first good answer, and the memory an idle server holds. */
final class Starts {
    private static final long SETTLE_MILLIS = 3000;

    private final Path launcher;
    private final int rounds;

    Starts(Path launcher, int rounds) {
        this.launcher = launcher;
        this.rounds = rounds;
    }

    String run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("latchkey-bench");
        var millis = new Series();
        var megabytes = new Series();
        once(folder, new Series(), new Series());
        for (int i = 0; i < rounds; i++) {
            once(folder, millis, megabytes);
        }
        return "| start to first answer, ms | %s | | | |%n| resident memory at idle, MB | %s | | | |"
                .formatted(millis.told("%.0f"), megabytes.told("%.0f"));
    }

    private void once(Path folder, Series millis, Series megabytes)
            throws IOException, InterruptedException {
        int port;
        try (var probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        var builder =
                new ProcessBuilder(launcher.toString(), "serve")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("LATCHKEY_SERVER_PORT", Integer.toString(port));
        var begin = System.nanoTime();
        var process = builder.start();
        try {
            awaitAnswer(URI.create("http://127.0.0.1:" + port + "/healthz"), process);
            millis.add((System.nanoTime() - begin) / 1e6);
            Thread.sleep(SETTLE_MILLIS);
            megabytes.add(resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static void awaitAnswer(URI url, Process process)
            throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                var connection = (HttpURLConnection) url.toURL().openConnection();
                if (connection.getResponseCode() == 200) {
                    return;
                }
            } catch (java.net.ConnectException e) {
                Thread.sleep(5);
            }
        }
        throw new IOException("the server ended before it answered");
    }

    private static double resident(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS for " + pid);
    }
}
