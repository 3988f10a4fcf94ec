package dev.latchkey.http;

import io.netty.handler.codec.http.HttpResponseStatus;

import java.nio.charset.StandardCharsets;

/** The first line of an answer for every final status, as the bytes that are sent. */
final class StatusLines {
    static final int FIRST = 200;
    static final int LAST = 599;

    private final byte[][] lines = new byte[LAST - FIRST + 1][];

    StatusLines() {
        for (int status = FIRST; status <= LAST; status++) {
            var line = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\n";
            lines[status - FIRST] = line.getBytes(StandardCharsets.US_ASCII);
        }
    }

    byte[] line(int status) {
        return lines[status - FIRST];
    }
}
