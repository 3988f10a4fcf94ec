package dev.latchkey.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, to be measured. Its log is in its folder. */
final class Peer implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final URI url;

    private Peer(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** Starts it and waits until its port is open. */
    static Peer start(Path folder, List<String> command, Map<String, String> environment, int port)
            throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
        builder.environment().putAll(environment);
        var peer = new Peer(builder.start(), log, URI.create("http://127.0.0.1:" + port));
        peer.awaitPort(port);
        return peer;
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    URI url(String path) {
        return url.resolve(path);
    }

    URI url() {
        return url;
    }

    /** What it and the processes that it started hold in memory now. */
    double residentMegabytes() throws IOException {
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        double sum = 0;
        for (var each : all) {
            sum += residentMegabytes(each.pid());
        }
        return sum;
    }

    private static double residentMegabytes(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS for " + pid);
    }

    private void awaitPort(int port) throws IOException, InterruptedException {
        while (process.isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException _) {
                Thread.sleep(5);
            }
        }
        throw new IOException("it ended before it listened:\n" + Files.readString(log));
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
