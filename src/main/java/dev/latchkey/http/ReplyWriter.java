package dev.latchkey.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Writes a reply as HTTP/1.1: head and body in one buffer. */
final class ReplyWriter {
    private static final int HEAD_ESTIMATE = 640;
    private static final byte[] CLOSE = "Connection: close\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "Content-Length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "X-Request-Id: ".getBytes(StandardCharsets.US_ASCII);
    private static final int CRLF = '\r' << 8 | '\n';

    /** Headers that are the door's alone: a reply that set them could break the framing. */
    private static final List<String> OURS =
            List.of(
                    "connection",
                    "content-length",
                    "date",
                    "keep-alive",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "x-request-id");

    private final StatusLines statuses = new StatusLines();
    private final StandingHeaders standing;
    private final HttpDate date;

    ReplyWriter(boolean hsts, Clock clock) {
        this.standing = new StandingHeaders(hsts);
        this.date = new HttpDate(clock);
    }

    /**
     * Refuses a reply that would not arrive as it was meant: a status outside 200 to 599, a header
     * that is the door's own, a line break or anything else but visible ASCII in a header.
     */
    static void check(Reply reply) {
        if (reply.status() < StatusLines.FIRST || reply.status() > StatusLines.LAST) {
            throw new IllegalArgumentException("no final status: " + reply.status());
        }
        for (var header : reply.headers()) {
            if (!Tokens.isToken(header.name()) || !Tokens.isFieldValue(header.value())) {
                throw new IllegalArgumentException(
                        "a header of the reply holds forbidden characters");
            }
            if (isOurs(header.name())) {
                throw new IllegalArgumentException("the door itself sets " + header.name());
            }
        }
    }

    private static boolean isOurs(String name) {
        for (int i = 0; i < OURS.size(); i++) {
            if (OURS.get(i).equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** The bytes of a reply that {@link #check} let pass. */
    ByteBuf write(
            ByteBufAllocator alloc, Reply reply, String requestId, boolean head, boolean close) {
        var bodiless = reply.status() == 204 || reply.status() == 304;
        var body = reply.body();
        var out = alloc.buffer(HEAD_ESTIMATE + (head || bodiless ? 0 : body.length));
        out.writeBytes(statuses.line(reply.status()));
        out.writeBytes(date.line());
        standing.write(out, reply.headers());
        out.writeBytes(ID);
        line(out, requestId);
        for (var header : reply.headers()) {
            ascii(out, header.name());
            out.writeByte(':').writeByte(' ');
            line(out, header.value());
        }
        if (close) {
            out.writeBytes(CLOSE);
        }
        if (!bodiless) {
            out.writeBytes(LENGTH);
            line(out, Integer.toString(body.length));
        }
        out.writeShort(CRLF);
        return head || bodiless ? out : out.writeBytes(body);
    }

    private static void line(ByteBuf out, String text) {
        ascii(out, text);
        out.writeShort(CRLF);
    }

    private static void ascii(ByteBuf out, String text) {
        ByteBufUtil.writeAscii(out, text);
    }
}
