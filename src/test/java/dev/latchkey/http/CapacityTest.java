package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** More connections than a door takes. */
class CapacityTest {
    private static final String HELLO = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HEALTH = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int MOST = 20;

    private static Door door() {
        var settings = DoorSettings.defaults().withMaxConnections(MOST);
        return Doors.open(settings, Doors.at("", new EchoApi("a")));
    }

    private static boolean isAnswered(Wire wire) {
        try {
            return wire.send(HELLO).answer().status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    @Test
    void the_newest_is_closed_and_the_others_are_served() {
        try (var door = door()) {
            List<Wire> open = new ArrayList<>();
            for (int i = 0; i < MOST; i++) {
                var wire = new Wire(door.ports().getFirst());
                assertThat(wire.send(HELLO).answer().status()).isEqualTo(200);
                open.add(wire);
            }

            for (int i = 0; i < 100; i++) {
                try (var more = new Wire(door.ports().getFirst())) {
                    assertThat(isAnswered(more)).isFalse();
                }
            }

            for (var wire : open) {
                assertThat(wire.send(HELLO).answer().status()).isEqualTo(200);
                wire.close();
            }
        }
    }

    @Test
    void whoever_leaves_makes_room() {
        try (var door = door()) {
            for (int round = 0; round < 5; round++) {
                List<Wire> open = new ArrayList<>();
                for (int i = 0; i < MOST; i++) {
                    Eventually.within(Duration.ofSeconds(10), "a place", () -> isLetIn(door, open));
                }
                open.forEach(Wire::close);
            }
        }
    }

    @Test
    void the_setting_is_obeyed() {
        try (var server = TestServer.start(Map.of("LATCHKEY_SERVER_MAX_CONNECTIONS", "10"))) {
            List<Wire> open = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                open.add(new Wire(server.url().getPort()));
            }

            assertThat(open).filteredOn(CapacityTest::isHealthy).hasSize(10);
            open.forEach(Wire::close);
        }
    }

    private static boolean isHealthy(Wire wire) {
        try {
            return wire.send(HEALTH).answer().status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static boolean isLetIn(Door door, List<Wire> open) {
        var wire = new Wire(door.ports().getFirst());
        if (isAnswered(wire)) {
            return open.add(wire);
        }
        wire.close();
        return false;
    }
}
