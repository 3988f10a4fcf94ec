package dev.latchkey.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class RememberedTest {
    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));

    private record Value(UserId user, String client) {}

    private final AtomicBoolean trusted = new AtomicBoolean(true);
    private final Remembered<String, Value> remembered = remembering(100);

    private Remembered<String, Value> remembering(int most) {
        return new Remembered<>(most, trusted::get, value -> List.of(value.user(), value.client()));
    }

    private void remember(String key, UserId user, String client) {
        assertThat(remembered.find(key, () -> Optional.of(new Value(user, client)))).isPresent();
        assertThat(remembered.known(key)).isNotNull();
    }

    @Test
    void each_owner_takes_its_own_along_and_nobody_elses() {
        remember("1", ADA, "app");
        remember("2", ADA, "shop");
        remember("3", BOB, "app");
        remember("4", BOB, "shop");

        remembered.forget(ADA);
        assertThat(remembered.known("1")).isNull();
        assertThat(remembered.known("2")).isNull();
        assertThat(remembered.known("3")).isNotNull();

        remembered.forgetClient("shop");
        assertThat(remembered.known("3")).isNotNull();
        assertThat(remembered.known("4")).isNull();

        remembered.forgetAll();
        assertThat(remembered.known("3")).isNull();
        assertThat(remembered.owners()).isZero();
    }

    @Test
    void what_is_forgotten_leaves_nothing_behind() {
        remember("1", ADA, "app");
        remember("2", ADA, "app");
        remember("3", ADA, "app");

        remembered.forget(ADA);

        assertThat(remembered.owners()).isZero();
    }

    @Test
    void what_has_no_room_leaves_nothing_behind() {
        var small = remembering(10);
        for (int i = 0; i < 1000; i++) {
            var value = new Value(new UserId(new UUID(1, i)), "client " + i);
            small.find("key " + i, () -> Optional.of(value));
        }

        assertThat(small.owners()).isBetween(2, 2 * 11);
    }

    @Test
    void what_was_read_before_a_change_is_not_remembered() {
        remembered.find(
                "1",
                () -> {
                    var read = Optional.of(new Value(ADA, "app"));
                    remembered.forget(ADA);
                    return read;
                });

        assertThat(remembered.known("1")).isNull();
    }

    @Test
    void one_of_an_owners_values_is_found_until_all_are_forgotten() {
        assertThat(remembered.oneOf(ADA)).isNull();
        remember("1", ADA, "app");
        remember("2", ADA, "shop");
        remember("3", BOB, "app");

        assertThat(remembered.oneOf(ADA)).extracting(Value::user).isEqualTo(ADA);
        assertThat(remembered.oneOf("shop")).isEqualTo(new Value(ADA, "shop"));

        trusted.set(false);
        assertThat(remembered.oneOf(ADA)).isNull();
        trusted.set(true);

        remembered.forget(ADA);
        assertThat(remembered.oneOf(ADA)).isNull();
        assertThat(remembered.oneOf(BOB)).isNotNull();
    }

    @Test
    void nothing_is_known_while_nobody_says_what_others_change() {
        remember("1", ADA, "app");

        trusted.set(false);

        assertThat(remembered.known("1")).isNull();
    }

    @Test
    void of_sixty_four_who_ask_for_the_same_at_once_few_go_to_the_store() {
        var looks = new AtomicInteger();
        var found =
                Race.run(_ ->
                        remembered.find(
                                "1",
                                () -> {
                                    looks.incrementAndGet();
                                    pause();
                                    return Optional.of(new Value(ADA, "app"));
                                }));

        assertThat(found).containsOnly(Optional.of(new Value(ADA, "app")));
        assertThat(looks.get()).isLessThan(Race.RUNNERS);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
