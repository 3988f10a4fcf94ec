package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Heads that end, break off or hold a forbidden byte around the places at which a long head is
 * looked at in pieces.
 */
class HeadSweepTest extends DoorTest {
    private static final int[] PIECE_ENDS = {2048, 4096};
    private static final int AROUND = 5;
    private static final String START = "GET /hello HTTP/1.1\r\nHost: a\r\nX: ";

    private static String padded(int length, String end) {
        return START + "v".repeat(length - START.length() - end.length()) + end;
    }

    @Test
    void what_follows_a_head_of_any_length_is_the_next_request() {
        for (int end : PIECE_ENDS) {
            for (int length = end - AROUND; length <= end + AROUND; length++) {
                try (var wire = connect()) {
                    wire.send(padded(length, "\r\n\r\n") + get("/nowhere") + get("/hello"));

                    assertThat(wire.answer().status()).isEqualTo(200);
                    assertThat(wire.answer().status()).isEqualTo(404);
                    assertThat(wire.answer().status()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void a_forbidden_byte_is_found_wherever_it_stands_and_nothing_behind_it_runs() {
        for (int end : PIECE_ENDS) {
            for (int at = end - AROUND; at <= end + AROUND; at++) {
                for (var odd : new String[] {"\0", "\n", "\r", "\u007f", "\r\n ", "\r\n\t"}) {
                    refused(padded(at + odd.length(), odd) + "v\r\n\r\n" + get("/hello"));
                }
            }
        }
        assertThat(api.runs).hasValue(0);
    }

    private void refused(String request) {
        try (var wire = connect()) {
            assertThat(wire.send(request).answer().status()).isEqualTo(400);
            assertThat(wire.rest()).isEmpty();
        }
    }
}
