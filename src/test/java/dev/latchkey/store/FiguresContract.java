package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.figure.CountHours;
import dev.latchkey.core.figure.Figure;
import dev.latchkey.core.figure.HourlyFigures;
import dev.latchkey.core.figure.HourlyFigures.Count;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** How much happens, and that every event is counted once. */
interface FiguresContract extends StoreContract {
    Instant HOUR = Instant.parse("2026-11-22T12:00:00Z");

    private HourlyFigures figures() {
        return stores().hourlyFigures();
    }

    private void happened(AuditEvent.Kind kind, Instant at) {
        var origin = Origin.local("test");
        stores().auditLog()
                .append(new AuditEvent(UUID.randomUUID(), at, kind, null, null, null, origin, ""));
    }

    private CountHours counting(MovableClock clock, AtomicLong overloads) {
        return new CountHours(
                figures(), overloads::get, Duration.ofDays(7), database().transactions(), clock);
    }

    @Test
    default void numbers_are_added_or_the_highest_is_kept() {
        figures().add(HOUR, Figure.SIGNED_IN, 2);
        figures().add(HOUR, Figure.SIGNED_IN, 3);
        figures().keepHighest(HOUR, Figure.LIVE_SESSIONS, 7);
        figures().keepHighest(HOUR, Figure.LIVE_SESSIONS, 4);

        assertThat(figures().since(HOUR))
                .containsExactlyInAnyOrder(
                        new Count(HOUR, Figure.SIGNED_IN, 5),
                        new Count(HOUR, Figure.LIVE_SESSIONS, 7));
        assertThat(figures().since(HOUR.plusMillis(1))).isEmpty();
    }

    @Test
    default void of_64_nodes_that_counted_the_same_one_says_so() {
        assertThat(Race.run(_ -> figures().advance(null, NOW))).containsOnlyOnce(true);
        assertThat(Race.run(_ -> figures().advance(NOW, LATER))).containsOnlyOnce(true);
        assertThat(figures().countedUntil()).contains(LATER);
    }

    @Test
    default void every_event_is_counted_once_in_its_hour_whoever_counts() {
        var clock = new MovableClock(HOUR.plus(Duration.ofMinutes(30)));
        happened(AuditEvent.Kind.SIGNED_IN, HOUR.minusMillis(1));
        happened(AuditEvent.Kind.SIGNED_IN, HOUR);
        happened(AuditEvent.Kind.SIGN_IN_FAILED, HOUR.plusSeconds(1));
        happened(AuditEvent.Kind.PASSWORD_CHANGED, HOUR.plusSeconds(1));
        happened(AuditEvent.Kind.SIGNED_IN, HOUR.minus(Duration.ofDays(40)));

        Race.run(_ -> {
            counting(clock, new AtomicLong()).run();
            return "counted";
        });
        happened(AuditEvent.Kind.SIGNED_IN, clock.instant());
        counting(clock, new AtomicLong()).run();
        clock.advance(Duration.ofMinutes(1));
        counting(clock, new AtomicLong()).run();

        assertThat(figures().since(Instant.EPOCH))
                .filteredOn(count -> count.figure() != Figure.LIVE_SESSIONS)
                .containsExactlyInAnyOrder(
                        new Count(HOUR.minus(Duration.ofHours(1)), Figure.SIGNED_IN, 1),
                        new Count(HOUR, Figure.SIGNED_IN, 2),
                        new Count(HOUR, Figure.FAILED, 1));
    }

    @Test
    default void overloads_and_live_sessions_are_counted_too() {
        var clock = new MovableClock(NOW);
        var overloads = new AtomicLong(5);
        samples().session();
        var counting = counting(clock, overloads);

        counting.run();
        overloads.addAndGet(2);
        counting.run();

        assertThat(figures().since(HOUR))
                .containsExactlyInAnyOrder(
                        new Count(HOUR, Figure.OVERLOADED, 7),
                        new Count(HOUR, Figure.LIVE_SESSIONS, 1));
        assertThat(figures().liveSessions(null, 9, LATER, NOW.minusMillis(1)).live()).isZero();
        assertThat(figures().liveSessions(null, 9, NOW, NOW).live()).isZero();
    }

    @Test
    default void live_sessions_are_counted_slice_by_slice() {
        for (int i = 0; i < 7; i++) {
            samples().session();
        }
        var idle = NOW.minusMillis(1);

        var first = figures().liveSessions(null, 3, NOW, idle);
        var second = figures().liveSessions(first.last(), 3, NOW, idle);
        var third = figures().liveSessions(second.last(), 3, NOW, idle);

        assertThat(List.of(first.live(), second.live(), third.live())).containsExactly(3L, 3L, 1L);
        assertThat(third.last()).isNull();
        assertThat(figures().liveSessions(second.last(), 1, NOW, idle).last()).isNotNull();
        assertThat(figures().liveSessions(null, 7, NOW, idle).live()).isEqualTo(7);
    }
}
