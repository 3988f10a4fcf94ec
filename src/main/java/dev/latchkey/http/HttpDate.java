package dev.latchkey.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The Date header (RFC 9110, section 5.6.7), written anew once a second. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private record Line(long second, byte[] bytes) {}

    private final Clock clock;
    private volatile Line line;

    HttpDate(Clock clock) {
        this.clock = clock;
        this.line = render(clock.millis() / 1000);
    }

    /** The whole header line with its line end. */
    byte[] line() {
        var second = clock.millis() / 1000;
        var current = line;
        if (current.second() != second) {
            current = render(second);
            line = current;
        }
        return current.bytes();
    }

    private static Line render(long second) {
        var text = "Date: " + FORMAT.format(Instant.ofEpochSecond(second)) + "\r\n";
        return new Line(second, text.getBytes(StandardCharsets.US_ASCII));
    }
}
