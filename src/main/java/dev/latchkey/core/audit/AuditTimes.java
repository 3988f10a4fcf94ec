package dev.latchkey.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as people type them, in UTC. */
final class AuditTimes {
    /** What four digits of a year can say; more would not fit into every store. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private AuditTimes() {}

    /** The moment from which on. */
    static Optional<Instant> from(String typed) {
        return read(typed, 0);
    }

    /** The first moment that is too late: a day is meant to its end. */
    static Optional<Instant> until(String typed) {
        return read(typed, 1);
    }

    private static Optional<Instant> read(String typed, int days) {
        try {
            return Optional.of(moment(typed, days))
                    .filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(LAST));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant moment(String typed, int days) {
        if (!typed.contains("T")) {
            return LocalDate.parse(typed).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return typed.endsWith("Z")
                ? Instant.parse(typed)
                : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
    }
}
