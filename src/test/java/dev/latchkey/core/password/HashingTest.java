package dev.latchkey.core.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latchkey.core.Refused;
import dev.latchkey.crypto.Argon2Parameters;
import dev.latchkey.crypto.Argon2idHash;
import dev.latchkey.testkit.Race;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** With real hashes. Nobody may be left waiting, whoever else is there. */
@Timeout(60)
class HashingTest {
    private static final int ODD_ONES = 3;
    private static final StandBack STAND_BACK =
            new StandBack(() -> {}, () -> {}, Duration.ofSeconds(1));

    /** Real, except that one stored password is more than the machine can hash. */
    private record Fragile(PasswordHash real) implements PasswordHash {
        static final String TOO_MUCH = "too much";

        @Override
        public String hash(String password) {
            return real.hash(password);
        }

        @Override
        public boolean verify(String password, String phc) {
            if (phc.equals(TOO_MUCH)) {
                throw new OutOfMemoryError(phc);
            }
            return real.verify(password, phc);
        }

        @Override
        public boolean isOutdated(String phc) {
            return real.isOutdated(phc);
        }
    }

    private final PasswordHash algorithm =
            new Fragile(new Argon2idHash(new Argon2Parameters(1024, 1, 1)));
    private final String stored = algorithm.hash("right");
    private final Hashing hashing = new Hashing(algorithm, 2, 1_000, STAND_BACK);

    @AfterEach
    void close() {
        hashing.close();
    }

    @Test
    void each_of_many_at_once_gets_their_own_answer() {
        hashing.prepare();

        requireOwnAnswers(hashing, stored);
    }

    static void requireOwnAnswers(Hashing hashing, String stored) {
        var answers = Race.run(i -> hashing.verify(i % ODD_ONES == 0 ? "wrong" : "right", stored));

        assertThat(List.<Object>copyOf(answers))
                .isEqualTo(
                        IntStream.range(0, answers.size())
                                .<Object>mapToObj(i -> i % ODD_ONES != 0)
                                .toList());
    }

    @Test
    void a_hash_that_fails_is_told_to_its_caller_alone() {
        var answers =
                Race.run(i -> {
                    if (i % ODD_ONES == 0) {
                        assertThatIllegalStateException()
                                .isThrownBy(() -> hashing.verify("right", Fragile.TOO_MUCH))
                                .withMessage("hashing failed");
                        return true;
                    }
                    return hashing.verify("right", stored);
                });

        assertThat(List.<Object>copyOf(answers)).containsOnly(true);
    }

    @Test
    void whoever_is_there_when_it_closes_is_answered_or_refused() {
        var answers =
                Race.run(i -> {
                    if (i == Race.RUNNERS / 2) {
                        hashing.close();
                        return true;
                    }
                    return hashing.verify("right", i % ODD_ONES == 0 ? null : stored);
                });

        for (int i = 0; i < answers.size(); i++) {
            var own = i == Race.RUNNERS / 2 || i % ODD_ONES != 0;
            assertThat(answers.get(i))
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEqualTo(own),
                            answer -> assertThat(answer).isInstanceOf(Refused.class));
        }
    }

    @Test
    void who_is_alone_waits_for_nobody() {
        assertThat(hashing.verify("right", stored)).isTrue();
        assertThat(hashing.verify("right", null)).isFalse();
        assertThat(hashing.verify("right", hashing.hash("right"))).isTrue();
    }
}
