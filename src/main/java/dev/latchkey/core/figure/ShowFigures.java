package dev.latchkey.core.figure;

import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows administrators how much happened lately. */
public final class ShowFigures {
    /** How far back, and how finely. */
    public enum Period {
        DAY(ChronoUnit.HOURS, 24),
        MONTH(ChronoUnit.DAYS, 30);

        private final ChronoUnit unit;
        private final int steps;

        Period(ChronoUnit unit, int steps) {
            this.unit = unit;
            this.steps = steps;
        }
    }

    /**
     * An hour, or a day of UTC, and what was counted in it; live sessions are the most there were.
     */
    public record Step(Instant begin, Map<Figure, Long> numbers) {
        public long of(Figure figure) {
            return numbers.getOrDefault(figure, 0L);
        }
    }

    private final HourlyFigures figures;
    private final Administrators administrators;
    private final Clock clock;

    public ShowFigures(HourlyFigures figures, Administrators administrators, Clock clock) {
        this.figures = figures;
        this.administrators = administrators;
        this.clock = clock;
    }

    /** The oldest first, up to the one that is not over yet. Refuses with NotAllowed. */
    public List<Step> run(Period period, @Nullable UserId actor) {
        administrators.require(actor);
        var last = clock.instant().truncatedTo(period.unit);
        var length = Duration.of(1, period.unit);
        var first = last.minus(length.multipliedBy(period.steps - 1L));
        Map<Instant, Map<Figure, Long>> steps = new TreeMap<>();
        for (int i = 0; i < period.steps; i++) {
            steps.put(first.plus(length.multipliedBy(i)), new EnumMap<>(Figure.class));
        }
        for (var count : figures.since(first)) {
            var step = steps.get(count.hour().truncatedTo(period.unit));
            if (step != null) {
                step.merge(
                        count.figure(),
                        count.number(),
                        count.figure() == Figure.LIVE_SESSIONS ? Math::max : Long::sum);
            }
        }
        var all = new ArrayList<Step>();
        steps.forEach((begin, numbers) -> all.add(new Step(begin, numbers)));
        return all;
    }
}
