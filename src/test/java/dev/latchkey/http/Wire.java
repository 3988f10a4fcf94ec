package dev.latchkey.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A raw socket to a door: sends exactly the bytes it is given and reads answers one by one. */
final class Wire implements AutoCloseable {

    /** An answer as it came; header names in lower case. */
    record Answer(int status, List<Reply.Header> headers, String body) {

        String header(String name) {
            return headers.stream()
                    .filter(h -> h.name().equalsIgnoreCase(name))
                    .map(Reply.Header::value)
                    .reduce((a, b) -> a + " | " + b)
                    .orElse("");
        }
    }

    private final Socket socket;
    private final InputStream in;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wire send(String latin1) {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends, unless the server has hung up; false then. */
    boolean trySend(String latin1) {
        try {
            send(latin1);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Says that nothing more is coming, and still reads. */
    Wire endOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer answer() {
        return answer(false);
    }

    /** Reads one answer; {@code head} when it answers a HEAD request and so has no body. */
    Answer answer(boolean head) {
        try {
            var lines = readHead();
            var status = Integer.parseInt(lines.getFirst().split(" ")[1]);
            var headers = new ArrayList<Reply.Header>();
            for (var line : lines.subList(1, lines.size())) {
                var colon = line.indexOf(": ");
                headers.add(
                        new Reply.Header(
                                line.substring(0, colon).toLowerCase(Locale.ROOT),
                                line.substring(colon + 2)));
            }
            var bare = new Answer(status, headers, "");
            var length = bare.header("content-length");
            if (head || length.isEmpty()) {
                return bare;
            }
            var body = in.readNBytes(Integer.parseInt(length));
            return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> readHead() throws IOException {
        var lines = new ArrayList<String>();
        var line = readLine();
        while (!line.isEmpty()) {
            lines.add(line);
            line = readLine();
        }
        return lines;
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = read(); b != '\n'; b = read()) {
            line.write(b);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) {
            throw new IOException("a line that does not end in CR LF: " + text);
        }
        return text.substring(0, text.length() - 1);
    }

    private int read() throws IOException {
        var b = in.read();
        if (b < 0) {
            throw new EOFException("the server ended the connection");
        }
        return b;
    }

    /** Everything until the server ends the connection. */
    String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
