package dev.latchkey.core.figure;

import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.session.SessionId;

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

    /**
     * A look at some sessions.
     *
     * @param live how many of them are not over, and were used lately
     * @param last the one behind which to go on; null when there are no more
     */
    record LiveSlice(long live, @Nullable SessionId last) {}

    /**
     * Looks at the next {@code limit} sessions in the order of their ids, which is that of time.
     *
     * @param after null for the first ones
     * @param idle a session that was not used since then lives no longer
     */
    LiveSlice liveSessions(@Nullable SessionId after, int limit, Instant now, Instant idle);
}
