package dev.latchkey.core.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.crypto.Argon2Parameters;
import dev.latchkey.crypto.Argon2idHash;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** With threads that never get on: nobody waits for them, and nobody gets another's answer. */
@Timeout(60)
class HashingSecondTimeTest {
    private final Set<Thread> far = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private final PasswordHash real = new Argon2idHash(new Argon2Parameters(1024, 1, 1));
    private final String stored = real.hash("right");
    private final Hashing hashing =
            new Hashing(
                    new Stuck(),
                    2,
                    1_000,
                    new StandBack(
                            () -> far.add(Thread.currentThread()),
                            () -> {},
                            Duration.ofMillis(200)));

    /** Real, but not on threads that stand far back. */
    private final class Stuck implements PasswordHash {
        @Override
        public String hash(String password) {
            stick();
            return real.hash(password);
        }

        @Override
        public boolean verify(String password, String phc) {
            stick();
            return real.verify(password, phc);
        }

        private void stick() {
            if (far.contains(Thread.currentThread())) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public boolean isOutdated(String phc) {
            return real.isOutdated(phc);
        }
    }

    @AfterEach
    void close() {
        end.countDown();
        hashing.close();
    }

    @Test
    void each_of_many_is_answered_by_others() {
        HashingTest.requireOwnAnswers(hashing, stored);
    }

    @Test
    void an_unknown_user_does_not_wait_for_what_was_prepared() {
        hashing.prepare();

        assertThat(hashing.verify("right", null)).isFalse();
        assertThat(hashing.verify("right", stored)).isTrue();
    }

    @Test
    void one_who_is_alone_is_answered_by_others() {
        assertThat(hashing.verify("right", stored)).isTrue();
        assertThat(hashing.verify("wrong", stored)).isFalse();
        assertThat(hashing.verify("right", null)).isFalse();
    }
}
