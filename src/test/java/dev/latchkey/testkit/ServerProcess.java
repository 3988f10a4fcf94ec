package dev.latchkey.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, so that it can be killed. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port = freePort();
    private final Map<String, String> settings;
    private Process process;

    /**
     * @param folder its data folder and its log live here, and survive it
     */
    public ServerProcess(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.process = launch();
        awaitReady();
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public Path data() {
        return folder.resolve("data");
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: it gets no chance to write anything more. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; gives the exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    public void restart() {
        process = launch();
        awaitReady();
    }

    private Process launch() {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                "dev.latchkey.Main",
                                "serve"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LATCHKEY_"));
        environment.put("LATCHKEY_SERVER_PORT", Integer.toString(port));
        environment.put("LATCHKEY_DATA_DIR", data().toString());
        environment.put("LATCHKEY_PASSWORD_MEMORY_KIB", "1024");
        environment.put("LATCHKEY_PASSWORD_ITERATIONS", "1");
        environment.putAll(settings);
        try {
            return builder.redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                    .directory(folder.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return;
            } catch (IOException e) {
                pause();
            }
        }
        throw new AssertionError("the server did not start:\n" + log());
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
