package dev.latchkey.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Who stands back how far, told by the threads themselves. */
@Timeout(60)
class HashingThreadsTest {
    private static final Duration TOO_LONG = Duration.ofSeconds(2);
    private static final Duration TRIED_AFTER = Duration.ofMillis(500);
    private static final int QUEUE = 3;
    private static final int BEHIND = 2;

    private final Set<Thread> near = ConcurrentHashMap.newKeySet();
    private final Set<Thread> far = ConcurrentHashMap.newKeySet();
    private final HashingThreads threads =
            new HashingThreads(
                    1,
                    QUEUE,
                    new StandBack(
                            () -> far.add(Thread.currentThread()),
                            () -> near.add(Thread.currentThread()),
                            TOO_LONG),
                    new TakeOver(TRIED_AFTER, TRIED_AFTER, System::nanoTime),
                    this::trial);

    private final BlockingQueue<Thread> trials = new LinkedBlockingQueue<>();
    private volatile Duration trial = Duration.ZERO;

    private void trial() {
        trials.add(Thread.currentThread());
        LockSupport.parkNanos(trial.toNanos());
    }

    @AfterEach
    void close() {
        threads.close();
    }

    private FutureTask<Thread> begin(Duration time) {
        var task =
                new FutureTask<>(() -> {
                    Thread.sleep(time);
                    return Thread.currentThread();
                });
        threads.hash(task);
        return task;
    }

    private FutureTask<Thread> beginOnceThereIsPlace() throws InterruptedException {
        while (true) {
            try {
                return begin(Duration.ZERO);
            } catch (RejectedExecutionException _) {
                Thread.sleep(1);
            }
        }
    }

    private FutureTask<Thread> waitTooLong() {
        return begin(TOO_LONG.plusMillis(100));
    }

    @Test
    void they_stand_far_back() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(begin(Duration.ZERO).get()).isIn(far);
        }
    }

    @Test
    void after_one_that_waited_too_long_others_take_over() throws Exception {
        var slow = waitTooLong();
        var behind = Stream.generate(() -> begin(Duration.ZERO)).limit(BEHIND).toList();

        assertThat(slow.get()).isIn(far);
        for (var one : behind) {
            assertThat(one.get()).isIn(near);
        }
        assertThat(begin(Duration.ZERO).get()).isIn(near);
        assertThat(trials).isEmpty();
    }

    @Test
    void the_first_ones_go_on_once_one_of_them_is_seen_to_get_on() throws Exception {
        trial = Duration.ofMillis(300);
        waitTooLong().get();
        Thread.sleep(TRIED_AFTER);

        var first = begin(Duration.ZERO);
        var behind = Stream.generate(() -> begin(Duration.ZERO)).limit(BEHIND).toList();

        assertThat(first.get()).as("tried before").isIn(near);
        assertThat(trials.poll()).isIn(far);
        for (var one : behind) {
            assertThat(one.get()).isIn(far);
        }
        assertThat(begin(Duration.ZERO).get()).isIn(far);
        assertThat(trials).isEmpty();
    }

    @Test
    void nobody_waits_long_for_a_try_in_vain() throws Exception {
        trial = Duration.ofDays(1);
        waitTooLong().get();
        Thread.sleep(TRIED_AFTER);

        var begun = System.nanoTime();
        assertThat(begin(Duration.ZERO).get()).isIn(near);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(TOO_LONG.dividedBy(4), TOO_LONG);

        assertThat(begin(Duration.ZERO).get()).as("in vain").isIn(near);
        assertThat(trials).hasSize(1);
        LockSupport.unpark(trials.take());
    }

    @Test
    void what_does_not_get_on_is_done_a_second_time_by_those_that_take_over() throws Exception {
        var done = new LinkedBlockingQueue<Thread>();
        var end = new CountDownLatch(1);
        var job =
                threads.hash(() -> {
                    if (far.contains(Thread.currentThread())) {
                        await(end);
                    }
                    done.add(Thread.currentThread());
                });
        threads.hurry(job);
        Thread.sleep(TOO_LONG.plusMillis(100));
        assertThat(done).as("not before it is too long").isEmpty();

        threads.hurry(job);
        threads.hurry(job);
        assertThat(done.take()).isIn(near);

        for (int place = 0; place < 3 * QUEUE; place++) {
            assertThat(beginOnceThereIsPlace().get())
                    .as("each place is given back once")
                    .isIn(near);
        }
        end.countDown();
        assertThat(done.take()).isIn(far);
        assertThat(done).isEmpty();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void there_is_room_from_the_first_moment_and_for_no_more() throws Exception {
        var taken = new ArrayList<FutureTask<Thread>>();
        for (int place = 0; place < 1 + QUEUE; place++) {
            taken.add(begin(Duration.ofMillis(300)));
        }

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> begin(Duration.ZERO));

        for (var one : taken) {
            assertThat(one.get()).isIn(far);
        }
    }

    @Test
    void places_are_given_back() throws Exception {
        for (int i = 0; i < 3 * QUEUE; i++) {
            assertThat(beginOnceThereIsPlace().get()).isIn(far);
        }
    }

    @Test
    void what_waits_when_they_end_is_still_done() throws Exception {
        var slow = waitTooLong();
        var behind = Stream.generate(() -> begin(Duration.ZERO)).limit(BEHIND).toList();

        threads.close();

        assertThat(slow.get()).isIn(far);
        for (var one : behind) {
            assertThat(one.get()).isIn(far);
        }
    }

    @Test
    void whoever_waits_for_a_hash_is_woken_by_none_of_them() throws Exception {
        var woken = new FutureTask<>(Thread::currentThread);
        threads.hash(() -> threads.wake(woken));

        assertThat(woken.get()).isNotIn(far).isNotIn(near);

        threads.close();
        var late = new FutureTask<>(Thread::currentThread);
        threads.wake(late);
        assertThat(late.get()).isSameAs(Thread.currentThread());
    }
}
