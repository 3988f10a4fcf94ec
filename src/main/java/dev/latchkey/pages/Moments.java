package dev.latchkey.pages;

import dev.latchkey.pages.view.Moment;
import dev.latchkey.pages.view.Text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times in words. Servers do not know where somebody's clock hangs: near ones are told as ages. */
public record Moments(Clock clock) {
    private static final Duration NEAR = Duration.ofDays(7);

    public Moment past(Instant at, Text text) {
        var age = Duration.between(at, clock.instant());
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return moment(at, text.of("time.now"));
        }
        if (age.compareTo(Duration.ofHours(2)) < 0) {
            return moment(at, text.of("time.minutes", age.toMinutes()));
        }
        if (age.compareTo(Duration.ofDays(2)) < 0) {
            return moment(at, text.of("time.hours", age.toHours()));
        }
        return age.compareTo(NEAR) < 0
                ? moment(at, text.of("time.days", age.toDays()))
                : date(at, text);
    }

    public Moment date(Instant at, Text text) {
        var format =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(text.language().locale())
                        .withZone(ZoneOffset.UTC);
        return moment(at, format.format(at));
    }

    /** The day of UTC as everybody reads it: 2026-11-22. */
    public static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static Moment moment(Instant at, String words) {
        return new Moment(at.toString(), words);
    }
}
