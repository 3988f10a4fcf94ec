package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest extends DoorTest {
    private static final int MAX_BODY = 64 * 1024;
    private static final int MAX_HEADER = 16 * 1024;

    @Test
    void the_largest_body_is_taken() {
        var body = "x".repeat(MAX_BODY);

        assertThat(ask(post("/echo", body)).body()).isEqualTo(body);
        assertThat(ask(chunked("/echo", body)).body()).isEqualTo(body);
        assertThat(ask(chunked("/echo", body.substring(1), "y")).status()).isEqualTo(200);
    }

    @Test
    void a_larger_length_is_refused_at_once_in_the_apis_words() {
        var head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + (MAX_BODY + 1);

        var answer = ask(head + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("a failed with 413");
        assertThat(answer.header("connection")).isEqualTo("close");
        assertThat(api.runs).hasValue(0);
    }

    @Test
    void a_larger_chunk_is_refused_when_it_is_announced() {
        try (var wire = connect()) {
            wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.send("ffff\r\n" + "x".repeat(0xFFFF) + "\r\n2\r\n");

            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("a failed with 413");
            assertThat(wire.rest()).isEmpty();
        }
        assertThat(api.runs).hasValue(0);
    }

    @Test
    void a_client_that_goes_on_sending_still_reads_the_refusal() {
        try (var wire = connect()) {
            wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n");
            for (int i = 0; i < 125; i++) {
                wire.send("x".repeat(64_000));
            }

            assertThat(wire.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void an_unknown_path_refuses_a_large_body_in_the_apis_words_too() {
        assertThat(ask(post("/nowhere", "x".repeat(MAX_BODY + 1))).body())
                .isEqualTo("a failed with 413");
        assertThat(ask(post("/nowhere", "x")).body()).isEqualTo("a failed with 404");
    }

    @Test
    void the_largest_header_block_is_taken() {
        var fixed = "Host: a\r\nX: \r\n\r\n".length();
        var value = "y".repeat(MAX_HEADER - fixed);

        assertThat(ask(get("/hello", "X: " + value)).status()).isEqualTo(200);
        assertThat(ask(get("/hello", "X: y" + value)).status()).isEqualTo(431);
    }

    @Test
    void the_longest_request_line_is_taken() {
        var fixed = "GET /query?q= HTTP/1.1\r\n".length();
        var value = "y".repeat(MAX_HEADER - fixed);

        assertThat(ask(get("/query?q=" + value)).body()).hasSize(MAX_HEADER - fixed + 4);
        assertThat(ask(get("/query?q=y" + value)).status()).isEqualTo(414);
    }

    @Test
    void small_chunks_with_extensions_and_a_trailer_are_taken() {
        var body =
                "POST /echo HTTP/1.1\r\n"
                        + "Host: a\r\n"
                        + "Transfer-Encoding: Chunked\r\n\r\n"
                        + "1;a=\"b\"\r\n"
                        + "x\r\n"
                        + "002\r\n"
                        + "yz\r\n"
                        + "0;c\r\n"
                        + "X-T: v\r\n"
                        + "Content-Length: 9\r\n\r\n";
        try (var wire = connect()) {
            wire.send(body + get("/hello"));

            assertThat(wire.answer().body()).isEqualTo("xyz");
            assertThat(wire.answer().body()).isEqualTo("a:hello");
        }
    }

    @Test
    void expect_100_continue_is_answered_before_the_body() {
        try (var wire = connect()) {
            wire.send(
                    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
                            + "Expect: 100-Continue\r\n\r\n");

            assertThat(wire.answer().status()).isEqualTo(100);
            assertThat(wire.send("hi").answer().body()).isEqualTo("hi");
        }
    }

    @Test
    void expect_100_continue_for_too_large_a_body_is_refused_at_once() {
        var head = "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n";

        assertThat(ask(head + "Content-Length: 65537\r\n\r\n").status()).isEqualTo(413);
    }
}
