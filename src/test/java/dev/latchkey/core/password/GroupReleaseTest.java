package dev.latchkey.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class GroupReleaseTest {
    private final List<Integer> gone = new ArrayList<>();
    private boolean othersWait = true;
    private final GroupRelease group = new GroupRelease(3, () -> othersWait, Runnable::run);

    private void release(int one) {
        group.release(() -> gone.add(one));
    }

    @Test
    void as_many_as_may_go_on_together_in_their_order() {
        release(1);
        release(2);
        assertThat(gone).isEmpty();

        release(3);
        assertThat(gone).containsExactly(1, 2, 3);

        release(4);
        assertThat(gone).containsExactly(1, 2, 3);
    }

    @Test
    void nobody_is_held_when_nobody_waits_behind_them() {
        release(1);

        othersWait = false;
        release(2);
        assertThat(gone).containsExactly(1, 2);

        release(3);
        assertThat(gone).containsExactly(1, 2, 3);
    }
}
