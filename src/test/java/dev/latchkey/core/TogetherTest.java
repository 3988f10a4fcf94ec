package dev.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.testkit.Eventually;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class TogetherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    private List<Integer> doubled(Supplier<List<Integer>> asked) {
        var items = asked.get();
        sizes.add(items.size());
        return items.stream().map(item -> 2 * item).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Goes that take their items at once and then wait to go on.
     *
     * @param poison items that no go survives
     */
    private Together<Integer, Integer> gated(int most, IntPredicate poison) {
        return new Together<>(
                most,
                1,
                items -> {
                    var taken = items.get();
                    begun.countDown();
                    await(goOn);
                    if (taken.stream().anyMatch(poison::test)) {
                        throw new IllegalStateException("no database");
                    }
                    return doubled(items);
                });
    }

    /** The first is being served when the others ask; lets it go on when all of them wait. */
    private List<Future<Integer>> oneAndThenAll(Together<Integer, Integer> together, int count)
            throws InterruptedException {
        List<Future<Integer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers.add(threads.submit(() -> together.ask(0)));
            begun.await();
            for (int i = 1; i < count; i++) {
                var item = i;
                answers.add(threads.submit(() -> together.ask(item)));
            }
            Eventually.within(PATIENCE, "all wait", () -> together.waiting() == count - 1);
            goOn.countDown();
        }
        return answers;
    }

    @Test
    void whoever_asks_alone_is_served_alone() {
        var together = new Together<Integer, Integer>(8, 1, this::doubled);

        assertThat(together.ask(3)).isEqualTo(6);
        assertThat(together.ask(4)).isEqualTo(8);
        assertThat(sizes).containsExactly(1, 1);
    }

    @Test
    void everybody_gets_the_answer_to_their_own_question() {
        var together = new Together<Integer, Integer>(8, 2, this::doubled);

        var answers = Race.run(together::ask);

        assertThat(answers)
                .isEqualTo(IntStream.range(0, Race.RUNNERS).mapToObj(i -> 2 * i).toList());
        assertThat(sizes).allMatch(size -> size <= 8);
    }

    @Test
    void those_who_come_while_the_first_is_served_are_served_together() throws Exception {
        var answers = oneAndThenAll(gated(8, _ -> false), 12);

        assertThat(sizes).containsExactly(1, 8, 3);
        for (int i = 0; i < 12; i++) {
            assertThat(answers.get(i).get()).isEqualTo(2 * i);
        }
    }

    @Test
    void no_more_goes_are_under_way_at_once_than_allowed() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var together =
                new Together<Integer, Integer>(
                        2,
                        2,
                        items -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.yield();
                            now.decrementAndGet();
                            return doubled(items);
                        });

        Race.run(together::ask);

        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void a_failure_is_told_to_all_who_wait_and_the_next_one_is_served_again() throws Exception {
        var together = gated(1, item -> item == 0);

        var answers = oneAndThenAll(together, 3);

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThatExceptionOfType(ExecutionException.class)
                                .isThrownBy(answer::get)
                                .withMessageContaining("no database"));
        assertThat(together.ask(5)).isEqualTo(10);
    }

    @Test
    void who_comes_before_the_items_are_taken_is_served_in_the_same_go() throws Exception {
        var together =
                new Together<Integer, Integer>(
                        8,
                        1,
                        items -> {
                            begun.countDown();
                            await(goOn);
                            var first = items.get();
                            assertThat(items.get()).isEqualTo(first);
                            return doubled(items);
                        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                var item = i;
                threads.submit(() -> together.ask(item));
            }
            begun.await();
            Eventually.within(PATIENCE, "all wait", () -> together.waiting() == 5);
            goOn.countDown();
        }

        assertThat(sizes).containsExactly(5);
    }
}
