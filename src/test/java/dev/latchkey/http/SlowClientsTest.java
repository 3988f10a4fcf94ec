package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Timeout(30)
class SlowClientsTest extends DoorTest {
    private static final Duration HEADER = Duration.ofMillis(400);
    private static final Duration BODY = Duration.ofMillis(800);
    private static final Duration IDLE = Duration.ofMillis(1_200);

    @Override
    DoorSettings settings() {
        return DoorSettings.defaults().withTimeouts(HEADER, BODY, IDLE);
    }

    /** Sends one byte every 50 ms until the server hangs up. */
    private static void drip(Wire wire, String byteToSend) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (wire.trySend(byteToSend)) {
                            Thread.sleep(50);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static Duration took(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Test
    void a_head_that_drips_is_cut_off() {
        var started = System.nanoTime();
        try (var wire = connect()) {
            drip(wire.send("GET /hello HTTP/1.1\r\nHost: a\r\nX: "), "x");

            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(wire.rest()).isEmpty();
        }
        assertThat(took(started)).isBetween(HEADER, BODY.plus(HEADER));
        assertThat(api.runs).hasValue(0);
    }

    @Test
    void a_body_that_drips_is_cut_off_in_the_apis_words() {
        var started = System.nanoTime();
        try (var wire = connect()) {
            drip(wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 999\r\n\r\n"), "x");

            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).isEqualTo("a failed with 408");
        }
        assertThat(took(started)).isBetween(BODY, BODY.multipliedBy(2));
        assertThat(api.runs).hasValue(0);
    }

    @Test
    void a_chunked_body_that_drips_is_cut_off_too() {
        try (var wire = connect()) {
            wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            drip(wire, "1\r\nx\r\n");

            assertThat(wire.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed() {
        var started = System.nanoTime();
        try (var wire = connect()) {
            assertThat(wire.rest()).isEmpty();
        }
        assertThat(took(started)).isLessThan(IDLE);
    }

    @Test
    void a_connection_between_requests_is_closed_later() {
        try (var wire = connect()) {
            wire.send(get("/hello")).answer();
            var started = System.nanoTime();

            assertThat(wire.rest()).isEmpty();
            assertThat(took(started)).isBetween(IDLE.minusMillis(150), IDLE.multipliedBy(2));
        }
    }

    @Test
    void time_for_a_head_begins_anew_with_each_request() throws InterruptedException {
        try (var wire = connect()) {
            for (int i = 0; i < 4; i++) {
                wire.send("GET /hello HTTP/1.1\r\n");
                Thread.sleep(HEADER.toMillis() / 3);
                wire.send("Host: a\r\n\r\n");

                assertThat(wire.answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_handler_may_take_its_time() throws InterruptedException {
        try (var wire = connect()) {
            wire.send(get("/wait"));
            Thread.sleep(IDLE.plus(HEADER).toMillis());
            api.gate.countDown();

            assertThat(wire.answer().body()).isEqualTo("a:waited");
        }
    }

    @Test
    void others_do_not_notice() {
        var slow = new ArrayList<Wire>();
        for (int i = 0; i < 300; i++) {
            slow.add(connect().send(i % 2 == 0 ? "GET /h" : "POST /echo HTTP/1.1\r\nHost: a\r\n"));
        }
        var times = new ArrayList<Duration>();
        for (int i = 0; i < 200; i++) {
            var started = System.nanoTime();

            assertThat(ask(get("/hello")).status()).isEqualTo(200);
            times.add(took(started));
        }
        assertThat(times.stream().sorted().toList().get(100)).isLessThan(Duration.ofMillis(100));
        assertThat(slow).allSatisfy(wire -> assertThat(wire.answer().status()).isEqualTo(408));
        slow.forEach(Wire::close);
    }

    @Test
    void a_refused_client_that_does_not_hang_up_is_hung_up_on() {
        try (var wire = connect()) {
            drip(wire.send("GET / HTTP/9\r\n"), "x");

            assertThat(List.of(400, 505)).contains(wire.answer().status());
            var started = System.nanoTime();
            drip(wire, "y");
            while (wire.trySend("z") && took(started).compareTo(Duration.ofSeconds(10)) < 0) {
                Thread.onSpinWait();
            }

            assertThat(took(started)).isLessThan(Duration.ofSeconds(5));
        }
    }
}
