package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request put at every byte offset of a refused body is never executed. */
class RefusedBodySweepTest extends DoorTest {
    private static final int MAX_BODY = 256;
    private static final String SMUGGLED =
            "GET /quick HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n";

    private enum Kind {
        LENGTH_TOO_LARGE("Content-Length: 500", "x".repeat(400)),
        LENGTH_FAR_TOO_LARGE("Content-Length: 99999999", "x\r\n".repeat(100)),
        CHUNK_TOO_LARGE("Transfer-Encoding: chunked", "200\r\n" + "x".repeat(350)),
        CHUNKS_TOO_LARGE(
                "Transfer-Encoding: chunked",
                "80\r\n%s\r\n80\r\n%s\r\n1\r\nx\r\n0\r\n\r\n"
                        .formatted("x".repeat(0x80), "y".repeat(0x80))),
        LENGTH_AND_CHUNKED("Content-Length: 300\r\nTransfer-Encoding: chunked", "0\r\n\r\n"),
        CHUNKED_AND_LENGTH("Transfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n"),
        TWO_LENGTHS("Content-Length: 0\r\nContent-Length: 0", "x".repeat(100)),
        UNKNOWN_CODING("Transfer-Encoding: cow", "0\r\n\r\n"),
        BAD_SIZE("Transfer-Encoding: chunked", "3\r\nabc\r\nzz\r\n0\r\n\r\n"),
        BAD_CHUNK_END("Transfer-Encoding: chunked", "3\r\nabcd\r\n0\r\n\r\n"),
        BARE_LF("Transfer-Encoding: chunked", "3\nabc\n0\n\n"),
        BAD_TRAILER("Transfer-Encoding: chunked", "3\r\nabc\r\n0\r\nX y\r\n\r\n"),
        TINY_CHUNKS("Transfer-Encoding: chunked", "1;eeeeeee\r\nx\r\n".repeat(30));

        private final String head;
        private final String body;

        Kind(String lines, String body) {
            this.head = "POST /echo HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n\r\n";
            this.body = body;
        }
    }

    @Override
    DoorSettings settings() {
        return DoorSettings.defaults().withMaxBody(MAX_BODY);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_behind_a_refused_body_is_executed(Kind kind) {
        for (int at = 0; at <= kind.body.length(); at++) {
            var body = kind.body.substring(0, at) + SMUGGLED + kind.body.substring(at) + SMUGGLED;
            try (var wire = connect()) {
                var answer = wire.send(kind.head + body).answer();

                assertThat(answer.status()).as("offset " + at).isIn(400, 413);
                assertThat(wire.rest()).as("offset " + at).isEmpty();
            }
        }
        assertThat(api.runs).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_behind_is_executed_when_the_bytes_come_in_two_pieces(Kind kind) {
        var whole = kind.head + kind.body + SMUGGLED;
        for (int at = 1; at < whole.length(); at++) {
            try (var wire = connect()) {
                wire.send(whole.substring(0, at)).trySend(whole.substring(at));

                assertThat(wire.answer().status()).as("split at " + at).isIn(400, 413);
                assertThat(wire.rest()).as("split at " + at).isEmpty();
            }
        }
        assertThat(api.runs).hasValue(0);
    }
}
