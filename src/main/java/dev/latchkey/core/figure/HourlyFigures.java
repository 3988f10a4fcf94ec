package dev.latchkey.core.figure;

import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of figures, and what they are made of. */
public interface HourlyFigures {

    /** How much of something there was in the hour that begins then. */
    record Count(Instant hour, Figure figure, long number) {}

    /** From this hour on, in no order; hours without any are left out. */
    List<Count> since(Instant hour);

    void add(Instant hour, Figure figure, long number);

    /** Keeps the higher number. */
    void keepHighest(Instant hour, Figure figure, long number);

    /** Until when events are counted; nothing before the first count. */
    Optional<Instant> countedUntil();

    /**
     * Says that events are counted up to {@code until}: true for exactly one of those who counted
     * from the same moment on.
     *
     * @param from what {@link #countedUntil} said; null when it said nothing
     */
    boolean advance(@Nullable Instant from, Instant until);

    /** Events of a kind from one moment to before another, counted in an index. */
    long events(AuditEvent.Kind kind, Instant from, Instant until);

    /** Sessions that are not over, and were used since {@code idle}. */
    long liveSessions(Instant now, Instant idle);
}
