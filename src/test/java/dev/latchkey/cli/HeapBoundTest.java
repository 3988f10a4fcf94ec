package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

class HeapBoundTest {
    private static final long MEGABYTE = 1 << 20;

    private final AtomicLong used = new AtomicLong();
    private long live = 20 * MEGABYTE;
    private int collected;
    private final HeapBound bound =
            new HeapBound(
                    used::get,
                    () -> {
                        collected++;
                        used.set(live);
                    });

    @Test
    void a_heap_that_stays_small_is_left_alone() {
        use(60);

        assertThat(collected).isZero();
    }

    @Test
    void a_heap_that_grew_is_collected_once() {
        use(65);
        use(50);

        assertThat(collected).isOne();
    }

    @Test
    void after_that_it_may_grow_by_its_room_again() {
        use(65);
        use(53);

        assertThat(collected).isEqualTo(2);
    }

    @Test
    void what_is_in_use_may_double_when_it_is_large() {
        live = 300 * MEGABYTE;
        use(310);
        use(590);
        assertThat(collected).isOne();

        use(601);
        assertThat(collected).isEqualTo(2);
    }

    private void use(long megabytes) {
        used.set(megabytes * MEGABYTE);
        bound.keep();
    }
}
