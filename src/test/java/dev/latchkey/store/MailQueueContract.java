package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.mail.MailQueue;
import dev.latchkey.core.mail.MailQueue.Waiting;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

interface MailQueueContract extends StoreContract {

    private MailQueue queue() {
        return stores().mailQueue();
    }

    @Test
    default void a_claimed_message_is_kept_from_others_until_its_time() {
        var id = UUID.randomUUID();
        queue().put(id, new byte[] {7}, NOW);

        var claimed = queue().claim(NOW, LATER, 9);

        assertThat(claimed)
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.id()).isEqualTo(id);
                    assertThat(mail.sealed()).containsExactly(7);
                    assertThat(mail.attempts()).isZero();
                    assertThat(mail.createdAt()).isEqualTo(NOW);
                });
        assertThat(queue().claim(LATER.minusMillis(1), LATER, 9)).isEmpty();
        assertThat(queue().claim(LATER, LATER.plusSeconds(9), 9)).hasSize(1);
    }

    @Test
    default void a_delivered_message_is_gone() {
        var id = UUID.randomUUID();
        queue().put(id, new byte[0], NOW);

        queue().done(id);

        assertThat(queue().claim(LATER, LATER, 9)).isEmpty();
    }

    @Test
    default void a_failed_message_waits_and_counts() {
        var id = UUID.randomUUID();
        queue().put(id, new byte[0], NOW);
        queue().claim(NOW, LATER, 9);

        queue().retry(id, NOW.plusSeconds(1));

        assertThat(queue().claim(NOW, LATER, 9)).isEmpty();
        assertThat(queue().claim(NOW.plusSeconds(1), LATER, 9))
                .extracting(Waiting::attempts)
                .containsExactly(1);
    }

    @Test
    default void the_oldest_go_first() {
        for (int i = 2; i >= 0; i--) {
            queue().put(new UUID(0, i), new byte[0], NOW.plusMillis(i));
        }

        assertThat(queue().claim(LATER, LATER.plusSeconds(9), 2))
                .extracting(Waiting::id)
                .containsExactly(new UUID(0, 0), new UUID(0, 1));
    }

    @Test
    default void no_two_of_64_claim_the_same_message() {
        var all = IntStream.range(0, 200).mapToObj(i -> new UUID(1, i)).toList();
        all.forEach(id -> queue().put(id, new byte[0], NOW));

        var outcomes = Race.run(_ -> queue().claim(NOW, LATER, 4));

        var claimed =
                outcomes.stream()
                        .map(List.class::cast)
                        .flatMap(list -> ((List<?>) list).stream())
                        .map(mail -> ((Waiting) mail).id())
                        .toList();
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(all);
    }
}
