package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

class ConversationTest extends DoorTest {

    @Test
    void a_connection_is_kept() {
        try (var wire = connect()) {
            for (int i = 0; i < 100; i++) {
                var path = i % 2 == 0 ? "/hello" : "/quick";

                assertThat(wire.send(get(path)).answer().body())
                        .isEqualTo("a:" + path.substring(1));
            }
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() {
        var bytes = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            bytes.append(i % 3 == 0 ? post("/echo", "" + i) : post("/quick-echo", "" + i));
        }
        try (var wire = connect()) {
            wire.send(bytes.toString());

            for (int i = 0; i < 500; i++) {
                assertThat(wire.answer().body()).isEqualTo("" + i);
            }
        }
    }

    @Test
    void a_request_waits_for_the_one_before_it() throws InterruptedException {
        try (var wire = connect()) {
            wire.send(get("/wait") + get("/quick"));
            api.entered.await();
            Thread.sleep(50);

            assertThat(api.runs).hasValue(0);

            api.gate.countDown();

            assertThat(wire.answer().body()).isEqualTo("a:waited");
            assertThat(wire.answer().body()).isEqualTo("a:quick");
        }
    }

    @Test
    @Timeout(60)
    void a_client_that_pipelines_and_never_reads_is_not_served_without_end() throws Exception {
        var batch = get("/quick").repeat(1_000);
        try (var wire = connect()) {
            var sender = Thread.ofVirtual().start(() -> sendUntilStopped(wire, batch));
            var served = countWhenItRests();

            assertThat(ask(get("/quick")).status()).isEqualTo(200);

            for (int i = 0; i < served; i++) {
                assertThat(wire.answer().status()).isEqualTo(200);
            }
            assertThat(api.runs).hasValueGreaterThan(served + 1);
            wire.close();
            sender.join();
        }
    }

    private int countWhenItRests() throws InterruptedException {
        var before = -1;
        while (api.runs.get() != before) {
            before = api.runs.get();
            Thread.sleep(500);
        }
        return before;
    }

    private static void sendUntilStopped(Wire wire, String batch) {
        while (wire.trySend(batch)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_route_may_answer_quickly_or_leave_it() {
        assertThat(ask(get("/sometimes?now=1")).body()).isEqualTo("a:quick");
        assertThat(ask(get("/sometimes")).body()).isEqualTo("a:slow");
    }

    @Test
    void connection_close_is_kept_to() {
        try (var wire = connect()) {
            var answer = wire.send(get("/hello", "Connection: Close") + get("/quick")).answer();

            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(wire.rest()).isEmpty();
        }
        assertThat(api.runs).hasValue(1);
    }

    @Test
    void http_1_0_is_answered_once() {
        try (var wire = connect()) {
            var answer = wire.send("GET /hello HTTP/1.0\r\nHost: a\r\n\r\n").answer();

            assertThat(answer.body()).isEqualTo("a:hello");
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(wire.rest()).isEmpty();
        }
    }

    @Test
    void a_client_that_has_sent_all_still_gets_its_answers() {
        try (var wire = connect()) {
            wire.send(get("/hello") + get("/quick") + get("/hello")).endOutput();

            assertThat(wire.answer().body()).isEqualTo("a:hello");
            assertThat(wire.answer().body()).isEqualTo("a:quick");
            assertThat(wire.answer().body()).isEqualTo("a:hello");
            assertThat(wire.rest()).isEmpty();
        }
    }

    @Test
    void half_a_request_is_not_executed() {
        try (var wire = connect()) {
            wire.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc").endOutput();

            assertThat(wire.rest()).isEmpty();
        }
        try (var wire = connect()) {
            wire.send("GET /hello HTTP/1.1\r\nHost: a\r\n").endOutput();

            assertThat(wire.rest()).isEmpty();
        }
        assertThat(api.runs).hasValue(0);
    }

    @Test
    void an_empty_line_before_a_request_is_skipped() {
        try (var wire = connect()) {
            wire.send("\r\n" + get("/hello") + "\r\n" + get("/quick"));

            assertThat(wire.answer().body()).isEqualTo("a:hello");
            assertThat(wire.answer().body()).isEqualTo("a:quick");
        }
    }

    @Test
    void a_request_may_come_byte_by_byte() {
        try (var wire = connect()) {
            for (var b : (chunked("/echo", "ab", "c") + post("/echo", "de")).split("")) {
                wire.send(b);
            }

            assertThat(wire.answer().body()).isEqualTo("abc");
            assertThat(wire.answer().body()).isEqualTo("de");
        }
    }

    @Test
    void absolute_form_is_taken_for_the_same_host() {
        assertThat(ask("GET http://A:80/hello HTTP/1.1\r\nHost: a:80\r\n\r\n").body())
                .isEqualTo("a:hello");
        assertThat(ask("GET http://a?q HTTP/1.1\r\nHost: a\r\n\r\n").body()).isEqualTo("a:root");
    }

    @Test
    void upgrade_is_ignored() {
        var answer = ask(get("/hello", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void sixty_four_connections_are_served_at_once() throws Exception {
        var ready = new CountDownLatch(64);
        Callable<String> client =
                () -> {
                    try (var wire = connect()) {
                        ready.countDown();
                        ready.await();
                        var bodies = new StringBuilder();
                        for (int i = 0; i < 50; i++) {
                            bodies.append(wire.send(post("/echo", i + ",")).answer().body());
                        }
                        return bodies.toString();
                    }
                };
        var expected = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            expected.append(i).append(',');
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Callable<String>>();
            for (int i = 0; i < 64; i++) {
                clients.add(client);
            }
            for (var answers : threads.invokeAll(clients)) {
                assertThat(answers.get()).isEqualTo(expected.toString());
            }
        }
    }
}
