package dev.latchkey.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class GroupReleaseTest {
    private final List<Integer> gone = new ArrayList<>();
    private int waiting = 3;
    private long now = Long.MAX_VALUE - 5;
    private final GroupRelease group =
            new GroupRelease(Duration.ofNanos(10), () -> waiting, () -> now, Runnable::run);

    private void release(int one) {
        group.release(() -> gone.add(one));
    }

    @Test
    void they_go_on_together_in_their_order_once_more_are_held_than_wait() {
        release(1);
        release(2);
        release(3);
        assertThat(gone).isEmpty();

        release(4);
        assertThat(gone).containsExactly(1, 2, 3, 4);

        release(5);
        assertThat(gone).containsExactly(1, 2, 3, 4);
    }

    @Test
    void nobody_is_held_when_nobody_waits_behind_them() {
        waiting = 0;
        release(1);
        assertThat(gone).containsExactly(1);
    }

    @Test
    void nobody_is_held_beyond_the_first_that_is_done_after_the_longest_time() {
        waiting = 100;
        release(1);
        now += 9;
        release(2);
        assertThat(gone).isEmpty();

        now += 1;
        release(3);
        assertThat(gone).containsExactly(1, 2, 3);

        now += 9;
        release(4);
        assertThat(gone).as("held anew, from then on").containsExactly(1, 2, 3);
    }
}
