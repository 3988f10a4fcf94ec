package dev.latchkey.http;

import io.netty.buffer.ByteBuf;

import java.util.Arrays;

/**
 * The body of one request as it grows. Takes memory for what has come, not for what was promised.
 */
final class RequestBody {
    private static final int FIRST = 1024;

    private final int max;
    private byte[] bytes = {};
    private int length;

    RequestBody(int max) {
        this.max = max;
    }

    /** Throws {@link HttpProblem#bodyTooLarge} as soon as the limit is passed. */
    void add(ByteBuf part) {
        var more = part.readableBytes();
        if (more > max - length) {
            throw HttpProblem.bodyTooLarge();
        }
        if (length + more > bytes.length) {
            var room = Math.max(length + more, Math.min(max, Math.max(FIRST, bytes.length * 2)));
            bytes = Arrays.copyOf(bytes, room);
        }
        part.readBytes(bytes, length, more);
        length += more;
    }

    byte[] whole() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
