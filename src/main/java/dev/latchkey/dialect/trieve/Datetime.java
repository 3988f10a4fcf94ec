package dev.latchkey.dialect.trieve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Trieve writes them: UTC, without saying so. */
final class Datetime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Datetime() {}

    static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
