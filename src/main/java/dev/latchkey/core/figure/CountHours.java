package dev.latchkey.core.figure;

import dev.latchkey.core.Transactions;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what happened since the last time, from the audit log, an hour at a time. Runs as a chore
 * on every node; each event is counted by one of them.
 */
public final class CountHours {
    /** How far back the first count goes. */
    static final Duration HISTORY = Duration.ofDays(31);

    /** An event is dated before its transaction ends: those of the last moments may be missing. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private final HourlyFigures figures;
    private final LongSupplier overloads;
    private final LiveSessions live;
    private final Transactions transactions;
    private final Clock clock;
    private long overloadsTold;
    private Instant nextLook = Instant.MIN;

    /**
     * @param overloads how often this node found every hashing place taken since it started
     * @param idle how long a session lives without being used
     */
    public CountHours(
            HourlyFigures figures,
            LongSupplier overloads,
            Duration idle,
            Transactions transactions,
            Clock clock) {
        this.figures = figures;
        this.overloads = overloads;
        this.live = new LiveSessions(figures, idle);
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Not by two threads at once. */
    public void run() {
        var now = clock.instant();
        countEvents(now.minus(SETTLED));
        countOverloads(now);
        if (!now.isBefore(nextLook)) {
            look(now);
        }
    }

    private void countEvents(Instant until) {
        var known = figures.countedUntil().orElse(null);
        var from = known == null ? hour(until.minus(HISTORY)) : known;
        while (from.isBefore(until)) {
            var next = hour(from).plus(1, ChronoUnit.HOURS);
            var to = next.isBefore(until) ? next : until;
            if (!count(known, from, to)) {
                // Another node was quicker, and goes on.
                return;
            }
            known = to;
            from = to;
        }
    }

    /** Counted first, so that nobody waits for it; written down when nobody did meanwhile. */
    private boolean count(@Nullable Instant known, Instant from, Instant to) {
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        for (var figure : Figure.values()) {
            var kind = figure.kind();
            if (kind != null) {
                counts.put(figure, figures.events(kind, from, to));
            }
        }
        return transactions.write(() -> {
            if (!figures.advance(known, to)) {
                return false;
            }
            counts.forEach((figure, number) -> addIfAny(hour(from), figure, number));
            return true;
        });
    }

    private void countOverloads(Instant now) {
        var all = overloads.getAsLong();
        addIfAny(hour(now), Figure.OVERLOADED, all - overloadsTold);
        overloadsTold = all;
    }

    private void addIfAny(Instant hour, Figure figure, long number) {
        if (number > 0) {
            figures.add(hour, figure, number);
        }
    }

    private void look(Instant now) {
        live.goOn(now)
                .ifPresent(number -> {
                    figures.keepHighest(hour(now), Figure.LIVE_SESSIONS, number);
                    nextLook = now.plus(BETWEEN_LOOKS);
                });
    }

    static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
