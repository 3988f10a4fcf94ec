package dev.latchkey.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the tests, whose words are kept in {@code target/<name>.log}. */
final class OtherProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final File log;
    private final Process process;

    private OtherProcess(String name, File log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static OtherProcess start(String name, Map<String, String> environment, String... command) {
        try {
            var log = Path.of("target", name + ".log").toFile();
            Files.createDirectories(log.toPath().getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().putAll(environment);
            return new OtherProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new AssertionError(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until this address answers with 200. */
    void awaitAnswer(String address) {
        var end = Instant.now().plus(PATIENCE);
        while (!answers(address)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new AssertionError(name + " did not start; see " + log);
            }
        }
    }

    private static boolean answers(String address) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            pause();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
