package dev.latchkey.core.figure;

import dev.latchkey.core.session.SessionId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Counts the sessions that live, a slice at a time: however many there are, no question takes long,
 * and no turn much of the machine. Those that begin meanwhile are counted too, since newer ones
 * come last.
 */
final class LiveSessions {
    /** A few milliseconds' work. */
    static final int SLICE = 5_000;

    /** A turn's: millions of sessions are counted once or twice an hour. */
    static final int SLICES = 40;

    private final HourlyFigures figures;
    private final Duration idle;
    private @Nullable SessionId last;
    private long counted;

    /**
     * @param idle how long a session lives without being used
     */
    LiveSessions(HourlyFigures figures, Duration idle) {
        this.figures = figures;
        this.idle = idle;
    }

    /** Goes on counting; gives the number when it came to the end. Not by two threads at once. */
    OptionalLong goOn(Instant now) {
        for (int i = 0; i < SLICES; i++) {
            var slice = figures.liveSessions(last, SLICE, now, now.minus(idle));
            counted += slice.live();
            last = slice.last();
            if (last == null) {
                var all = counted;
                counted = 0;
                return OptionalLong.of(all);
            }
        }
        return OptionalLong.empty();
    }
}
