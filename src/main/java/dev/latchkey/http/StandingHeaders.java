package dev.latchkey.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Headers that every answer carries unless it has its own, as the bytes that are sent. */
final class StandingHeaders {

    private record Line(String name, byte[] bytes) {}

    private final List<Line> lines = new ArrayList<>();
    private final byte[] all;

    /**
     * The security headers; with {@code hsts} also {@code Strict-Transport-Security} (RFC 6797).
     */
    StandingHeaders(boolean hsts) {
        add("X-Content-Type-Options", "nosniff");
        add("X-Frame-Options", "DENY");
        add("Referrer-Policy", "no-referrer");
        add("Cross-Origin-Resource-Policy", "same-origin");
        add("Cache-Control", "no-store");
        add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (hsts) {
            add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        all = join();
    }

    private void add(String name, String value) {
        lines.add(
                new Line(name, (name + ": " + value + "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] join() {
        var joined = new java.io.ByteArrayOutputStream();
        lines.forEach(line -> joined.writeBytes(line.bytes()));
        return joined.toByteArray();
    }

    /** Writes those that the reply does not have itself. */
    void write(io.netty.buffer.ByteBuf out, List<Reply.Header> own) {
        if (noneOf(own)) {
            out.writeBytes(all);
            return;
        }
        for (var line : lines) {
            if (!has(own, line.name())) {
                out.writeBytes(line.bytes());
            }
        }
    }

    private boolean noneOf(List<Reply.Header> own) {
        for (var line : lines) {
            if (has(own, line.name())) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(List<Reply.Header> own, String name) {
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
