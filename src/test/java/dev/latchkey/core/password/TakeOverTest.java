package dev.latchkey.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class TakeOverTest {
    private long now = Long.MAX_VALUE - 5;
    private final TakeOver others =
            new TakeOver(Duration.ofNanos(10), Duration.ofNanos(35), () -> now);

    /** How long it is to the next try, which begins then. */
    private int untilTry() {
        var length = 0;
        while (!others.isTimeToTry()) {
            now++;
            length++;
        }
        return length;
    }

    @Test
    void nobody_takes_over_before_somebody_does_not_get_on() {
        assertThat(others.isOn()).isFalse();
        assertThat(others.isTimeToTry()).isFalse();
    }

    @Test
    void others_stay_until_a_try_gets_on() {
        others.begin();
        assertThat(others.isOn()).isTrue();

        assertThat(untilTry()).isEqualTo(10);
        assertThat(others.isOn()).as("while it is tried").isTrue();

        others.ended(true);
        assertThat(others.isOn()).isFalse();
        now += 100;
        assertThat(others.isTimeToTry()).isFalse();
    }

    @Test
    void one_try_at_a_time() {
        others.begin();
        now += 10;
        assertThat(others.isTimeToTry()).isTrue();
        now += 100;
        assertThat(others.isTimeToTry()).isFalse();
    }

    @Test
    void each_try_in_vain_doubles_the_time_to_the_next_up_to_the_longest() {
        others.begin();
        assertThat(untilTry()).isEqualTo(10);
        others.ended(false);
        assertThat(others.isOn()).isTrue();
        assertThat(untilTry()).isEqualTo(20);
        others.ended(false);
        assertThat(untilTry()).isEqualTo(35);
        others.ended(false);
        assertThat(untilTry()).isEqualTo(35);
    }

    @Test
    void who_gets_on_only_for_a_moment_is_tried_later() {
        others.begin();
        assertThat(untilTry()).isEqualTo(10);
        others.ended(true);
        now += 9;
        others.begin();
        assertThat(untilTry()).isEqualTo(20);
        others.ended(true);
        now += 20;
        others.begin();
        assertThat(untilTry()).as("got on for as long").isEqualTo(10);
    }

    @Test
    void one_who_comes_late_makes_it_no_longer() {
        others.begin();
        now += 9;
        others.begin();
        assertThat(untilTry()).isEqualTo(1);
        others.begin();
        others.ended(true);
        assertThat(others.isOn()).isFalse();
    }
}
