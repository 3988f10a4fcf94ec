package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands in front of a mail server and speaks what that one does not: TLS and any extension. Keeps
 * what clients said. One client at a time.
 */
final class SmtpFront implements AutoCloseable {
    private final ServerSocket door;
    private final int backend;
    private final SSLContext tls;
    private final boolean encryptedFromTheStart;
    private final List<String> extensions;
    private final List<String> said = new CopyOnWriteArrayList<>();

    SmtpFront(int backend, SSLContext tls, boolean encryptedFromTheStart, List<String> extensions) {
        try {
            this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.backend = backend;
        this.tls = tls;
        this.encryptedFromTheStart = encryptedFromTheStart;
        this.extensions = extensions;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** What clients said, the lines of messages too; {@code (tls)} where they turned to it. */
    List<String> said() {
        return said;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var client = door.accept();
                    var server = new Socket(InetAddress.getLoopbackAddress(), backend)) {
                converse(client, new Line(server));
            } catch (IOException _) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void converse(Socket socket, Line server) throws IOException {
        var client = new Line(encryptedFromTheStart ? encrypted(socket) : socket);
        client.say(server.answer());
        for (var command = client.hear(); command != null; command = client.hear()) {
            said.add(command);
            if (command.startsWith("EHLO")) {
                server.say(command);
                server.answer();
                client.say(
                        "250-front\r\n250-" + String.join("\r\n250-", extensions) + "\r\n250 NOOP");
            } else if (command.equals("STARTTLS")) {
                client.say("220 go ahead");
                client = new Line(encrypted(socket));
                said.add("(tls)");
            } else {
                relay(command, client, server);
            }
        }
    }

    private void relay(String command, Line client, Line server) throws IOException {
        server.say(command);
        var answer = server.answer();
        client.say(answer);
        if (answer.startsWith("354")) {
            for (var line = client.hear(); line != null; line = client.hear()) {
                said.add(line);
                server.say(line);
                if (line.equals(".")) {
                    break;
                }
            }
            client.say(server.answer());
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        var socket =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(plain, "localhost", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** Lines both ways. */
    private static final class Line {
        private final Socket socket;
        private final BufferedReader in;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        @Nullable String hear() throws IOException {
            return in.readLine();
        }

        /** All lines of one answer. */
        String answer() throws IOException {
            var line = in.readLine();
            if (line == null) {
                throw new IOException("the server hung up");
            }
            return line.length() > 3 && line.charAt(3) == '-' ? line + "\r\n" + answer() : line;
        }
    }
}
