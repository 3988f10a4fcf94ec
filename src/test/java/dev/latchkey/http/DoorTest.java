package dev.latchkey.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens a door with one {@link EchoApi} at the root for every test. */
abstract class DoorTest {
    final EchoApi api = new EchoApi("a");
    Door door;

    @BeforeEach
    void open() {
        door = Doors.open(settings(), Doors.at("", api));
    }

    @AfterEach
    void close() {
        api.gate.countDown();
        door.close();
    }

    DoorSettings settings() {
        return DoorSettings.defaults();
    }

    Wire connect() {
        return new Wire(door.ports().getFirst());
    }

    /** One request on a connection of its own. */
    Wire.Answer ask(String bytes) {
        try (var wire = connect()) {
            return wire.send(bytes).answer();
        }
    }

    static String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + lines(headers) + "\r\n";
    }

    static String post(String target, String body, String... headers) {
        return "POST "
                + target
                + " HTTP/1.1\r\nHost: a\r\nContent-Length: "
                + body.length()
                + "\r\n"
                + lines(headers)
                + "\r\n"
                + body;
    }

    static String chunked(String target, String... parts) {
        var text =
                new StringBuilder("POST ")
                        .append(target)
                        .append(" HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (var part : parts) {
            text.append(Integer.toHexString(part.length())).append("\r\n").append(part);
            text.append("\r\n");
        }
        return text.append("0\r\n\r\n").toString();
    }

    private static String lines(String... headers) {
        var text = new StringBuilder();
        for (var header : headers) {
            text.append(header).append("\r\n");
        }
        return text.toString();
    }
}
