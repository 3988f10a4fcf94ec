package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

@Timeout(30)
class ClosingTest extends DoorTest {

    @Override
    DoorSettings settings() {
        return DoorSettings.defaults().withCloseGrace(Duration.ofSeconds(3));
    }

    private Thread closing() throws InterruptedException {
        var closer = Thread.ofPlatform().start(door::close);
        Thread.sleep(200);
        return closer;
    }

    @Test
    void a_request_in_flight_is_answered_and_then_the_connection_closed() throws Exception {
        try (var wire = connect()) {
            wire.send(get("/wait") + get("/quick"));
            api.entered.await();
            var closer = closing();

            api.gate.countDown();

            var answer = wire.answer();
            assertThat(answer.body()).isEqualTo("a:waited");
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(wire.rest()).isEmpty();
            wire.close();
            closer.join(1_000);
            assertThat(closer.isAlive()).isFalse();
        }
        assertThat(api.runs).hasValue(1);
    }

    @Test
    void a_request_half_sent_may_be_finished() throws Exception {
        try (var wire = connect()) {
            // its 100 shows that the door has read the head: unread, the connection is an idle one
            wire.send(
                    "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                            + "Content-Length: 4\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(100);
            wire.send("ab");
            var closer = closing();

            assertThat(wire.send("cd").answer().body()).isEqualTo("abcd");
            wire.close();
            closer.join();
        }
    }

    @Test
    void nobody_is_let_in_any_more_and_idle_connections_are_closed() throws Exception {
        try (var idle = connect();
                var busy = connect()) {
            idle.send(get("/hello")).answer();
            busy.send(get("/wait"));
            api.entered.await();
            var closer = closing();

            assertThat(idle.rest()).isEmpty();
            assertThatThrownBy(this::connect).isInstanceOf(UncheckedIOException.class);

            api.gate.countDown();
            busy.answer();
            busy.close();
            closer.join();
        }
    }

    @Test
    void a_handler_that_does_not_end_is_ended() throws Exception {
        try (var wire = connect()) {
            wire.send(get("/wait"));
            api.entered.await();
            var started = System.nanoTime();

            door.close();

            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
        }
    }

    @Test
    void closing_twice_does_nothing() {
        door.close();
        door.close();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        var port = door.ports().getFirst();
        var listener = new Listener("127.0.0.1", port, List.of());

        assertThatThrownBy(() -> Door.open(DoorSettings.defaults(), List.of(listener)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void every_listener_has_its_own_mounts() {
        var one = new Listener("127.0.0.1", 0, List.of(Doors.at("", new EchoApi("one"))));
        var two = new Listener("127.0.0.1", 0, List.of(Doors.at("/x", new EchoApi("two"))));

        try (var both = Door.open(DoorSettings.defaults(), List.of(one, two));
                var first = new Wire(both.ports().get(0));
                var second = new Wire(both.ports().get(1))) {
            assertThat(first.send(get("/hello")).answer().body()).isEqualTo("one:hello");
            assertThat(second.send(get("/x/hello")).answer().body()).isEqualTo("two:hello");
            assertThat(second.send(get("/hello")).answer().status()).isEqualTo(404);
        }
    }
}
