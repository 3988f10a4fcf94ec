package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

class ReplyTest extends DoorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /quick HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /fault HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /fault?fail=twice HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /hello HTTP/1.1\r\n\r\n",
                "\u0016\u0003",
            })
    void every_answer_carries_the_security_headers(String request) {
        var answer = ask(request);

        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.header("content-security-policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("x-request-id")).matches("[a-z0-9-]+");
        assertThat(answer.header("strict-transport-security")).isEmpty();
        assertThat(answer.header("server")).isEmpty();
        assertThat(answer.header("access-control-allow-origin")).isEmpty();
    }

    @Test
    void a_reply_may_have_its_own_cache_control() {
        assertThat(ask(get("/own")).header("cache-control")).isEqualTo("max-age=60");
        assertThat(ask(get("/own")).header("x-frame-options")).isEqualTo("DENY");
    }

    @Test
    void hsts_is_sent_when_asked_for() {
        try (var secure = Doors.open(settings().withHsts(true), Doors.at("", api));
                var wire = new Wire(secure.ports().getFirst())) {
            assertThat(wire.send(get("/hello")).answer().header("strict-transport-security"))
                    .startsWith("max-age=");
            assertThat(wire.send(get("/own")).answer().header("strict-transport-security"))
                    .startsWith("max-age=");
        }
    }

    @Test
    void the_date_is_now() {
        var date = ask(get("/hello")).header("date");

        var sent = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(Duration.between(sent.toInstant(), java.time.Instant.now()).abs())
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_fault_tells_nothing() {
        var known = ask(get("/fault"));
        var twice = ask(get("/fault?fail=twice"));

        assertThat(known.body()).isEqualTo("a failed with 500");
        assertThat(twice.status()).isEqualTo(500);
        assertThat(twice.body()).startsWith("{\"error\":\"internal_server_error\"");
    }

    @Test
    void a_handler_out_of_stack_answers_500_and_the_connection_lives() {
        try (var wire = connect()) {
            assertThat(wire.send(get("/overflow")).answer().body()).isEqualTo("a failed with 500");
            assertThat(wire.send(get("/hello")).answer().body()).isEqualTo("a:hello");
        }
    }

    @Test
    void a_line_break_in_a_header_of_ours_is_never_sent() {
        var answer = ask(get("/inject"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("set-cookie")).isEmpty();
    }

    @Test
    void a_reply_cannot_break_the_framing() {
        assertThat(ask(get("/framing")).status()).isEqualTo(500);
    }

    @Test
    void an_empty_answer_has_no_length() {
        try (var wire = connect()) {
            var answer = wire.send(get("/nothing") + get("/hello")).answer();

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("content-length")).isEmpty();
            assertThat(wire.answer().body()).isEqualTo("a:hello");
        }
    }

    @Test
    void request_ids_differ() {
        try (var wire = connect()) {
            var first = wire.send(get("/hello")).answer().header("x-request-id");
            var second = wire.send(get("/hello")).answer().header("x-request-id");
            var other = ask(get("/hello")).header("x-request-id");

            assertThat(first).isNotEqualTo(second);
            assertThat(other).isNotIn(first, second);
        }
    }
}
