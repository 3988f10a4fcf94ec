package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The sweep of {@link RefusedBodySweepTest} with bodies of the real limit, in larger steps. */
class FullSizeSweepTest extends DoorTest {
    private static final int TOO_LARGE = 70_000;
    private static final int STEP = 211;

    @Test
    void nothing_in_a_body_over_64_kib_is_executed() {
        for (int at = 0; at < TOO_LARGE; at += STEP) {
            var body = "x".repeat(at) + get("/quick") + "x".repeat(TOO_LARGE - at);

            refused(post("/echo", body));
            refused(chunked("/echo", body));
        }
        assertThat(api.runs).hasValue(0);
    }

    @Test
    void nothing_in_chunks_over_64_kib_is_executed() {
        for (int at = 0; at < TOO_LARGE; at += STEP * 10) {
            var filler = "x".repeat(1_000);
            var parts = new String[TOO_LARGE / 1_000];
            java.util.Arrays.fill(parts, filler);
            parts[at / 1_000] = get("/quick").repeat(20);

            refused(chunked("/echo", parts));
        }
        assertThat(api.runs).hasValue(0);
    }

    private void refused(String request) {
        try (var wire = connect()) {
            var answer = wire.send(request + get("/hello")).answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(wire.rest()).isEmpty();
        }
    }
}
