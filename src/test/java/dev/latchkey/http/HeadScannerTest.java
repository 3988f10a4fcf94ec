package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A head is read in runs as it would be byte by byte, wherever it is cut and whatever is in it. */
class HeadScannerTest {
    private static final int ROUNDS = 50_000;
    private static final int MAX = 60;
    private static final String[] HEADS = {
        "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer aaaaaaaa.bbbbbb\r\n\r\nGET ",
        "\r\nPOST /a?b HTTP/1.1\r\nA:\r\nB: \t \r\nC: \u00e9\r\n\r\nbody",
        "GET / HTTP/1.1\r\nA: " + "v".repeat(MAX - 7) + "\r\n\r\n",
        "GET / HTTP/1.1\r\nA: " + "v".repeat(MAX - 6) + "\r\n\r\n",
    };

    private final Random random = new Random(20261129);

    private static String told(HeadScanner scanner, int taken) {
        return taken + (scanner.done() ? " done" : "");
    }

    private static String byteByByte(byte[] head) {
        var scanner = new HeadScanner(MAX);
        var taken = 0;
        try {
            while (taken < head.length && scanner.process(head[taken++])) {}
            return told(scanner, taken);
        } catch (HttpProblem problem) {
            return problem.getMessage();
        }
    }

    private String inRuns(byte[] head) {
        var scanner = new HeadScanner(MAX);
        var taken = 0;
        try {
            while (taken < head.length && !scanner.done()) {
                var to = taken + 1 + random.nextInt(head.length - taken);
                taken = scanner.process(head, taken, to);
            }
            return told(scanner, taken);
        } catch (HttpProblem problem) {
            return problem.getMessage();
        }
    }

    private byte[] damaged(String head) {
        var bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Test
    void runs_are_read_as_their_bytes() {
        for (int i = 0; i < ROUNDS; i++) {
            var head = damaged(HEADS[i % HEADS.length]);

            assertThat(inRuns(head)).isEqualTo(byteByByte(head));
        }
    }

    @Test
    void the_heads_are_at_both_sides_of_the_bounds() {
        assertThat(byteByByte(HEADS[0].getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(HEADS[0].length() - 4 + " done");
        assertThat(byteByByte(HEADS[2].getBytes(StandardCharsets.ISO_8859_1))).endsWith(" done");
        assertThat(byteByByte(HEADS[3].getBytes(StandardCharsets.ISO_8859_1)))
                .contains("header is larger");
    }
}
