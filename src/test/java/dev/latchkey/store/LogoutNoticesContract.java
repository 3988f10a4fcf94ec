package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.UserId;
import dev.latchkey.core.code.LogoutNotice;
import dev.latchkey.core.code.LogoutNotices;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

interface LogoutNoticesContract extends StoreContract {

    private LogoutNotices notices() {
        return stores().logoutNotices();
    }

    private LogoutNotice put(UUID id, Instant at) {
        var user = new UserId(UUID.randomUUID());
        var notice = new LogoutNotice(id, "app", user, Samples.sessionId(), 0, at);
        notices().put(notice);
        return notice;
    }

    @Test
    default void a_claimed_notice_is_kept_from_others_until_its_time() {
        var notice = put(UUID.randomUUID(), NOW);

        assertThat(notices().claim(NOW.minusMillis(1), LATER, 9)).isEmpty();
        assertThat(notices().claim(NOW, LATER, 9)).containsExactly(notice);
        assertThat(notices().claim(LATER.minusMillis(1), LATER, 9)).isEmpty();
        assertThat(notices().claim(LATER, LATER.plusSeconds(9), 9)).containsExactly(notice);
    }

    @Test
    default void a_delivered_notice_is_gone() {
        var notice = put(UUID.randomUUID(), NOW);

        notices().done(notice.id());

        assertThat(notices().claim(LATER, LATER, 9)).isEmpty();
    }

    @Test
    default void a_failed_notice_waits_and_counts() {
        var notice = put(UUID.randomUUID(), NOW);
        notices().claim(NOW, LATER, 9);

        notices().retry(notice.id(), NOW.plusSeconds(1));

        assertThat(notices().claim(NOW, LATER, 9)).isEmpty();
        assertThat(notices().claim(NOW.plusSeconds(1), LATER, 9))
                .extracting(LogoutNotice::attempts)
                .containsExactly(1);
    }

    @Test
    default void the_oldest_go_first() {
        for (int i = 2; i >= 0; i--) {
            put(new UUID(0, i), NOW.plusMillis(i));
        }

        assertThat(notices().claim(LATER, LATER.plusSeconds(9), 2))
                .extracting(LogoutNotice::id)
                .containsExactlyInAnyOrder(new UUID(0, 0), new UUID(0, 1));
    }

    @Test
    default void no_two_of_64_claim_the_same_notice() {
        var all = IntStream.range(0, 200).mapToObj(i -> new UUID(1, i)).toList();
        all.forEach(id -> put(id, NOW));

        var outcomes = Race.run(_ -> notices().claim(NOW, LATER, 4));

        assertThat(outcomes)
                .allMatch(List.class::isInstance)
                .flatMap(list -> (List<?>) list)
                .extracting(notice -> ((LogoutNotice) notice).id())
                .containsExactlyInAnyOrderElementsOf(all);
    }
}
