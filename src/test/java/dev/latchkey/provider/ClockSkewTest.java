package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

/**
 * A provider's clock need not be ours: a minute either way is forgiven, and no more. Its ID tokens
 * live five minutes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockSkewTest {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private Elsewhere elsewhere;

    @BeforeAll
    void start() {
        elsewhere = new Elsewhere(Map.of());
    }

    @AfterAll
    void stop() {
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void a_token_issued_up_to_a_minute_ahead_is_taken(int seconds) {
        assertThat(signsIn(Duration.ofSeconds(seconds))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 3600})
    void a_token_issued_further_ahead_is_refused(int seconds) {
        var log = ServerLog.of(() -> assertThat(signsIn(Duration.ofSeconds(seconds))).isFalse());

        assertThat(log).contains("issue time ahead");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void a_token_that_expired_up_to_a_minute_ago_is_taken(int seconds) {
        assertThat(signsIn(LIFE.plusSeconds(seconds).negated())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 3600})
    void a_token_that_expired_longer_ago_is_refused(int seconds) {
        var log =
                ServerLog.of(
                        () -> assertThat(signsIn(LIFE.plusSeconds(seconds).negated())).isFalse());

        assertThat(log).contains("Expired JWT");
    }

    private boolean signsIn(Duration off) {
        elsewhere.provider.clockIsOffBy(off);
        var visitor = elsewhere.visitor();
        var who = elsewhere.somebody();

        var answer = elsewhere.signIn(visitor, who);

        var inside = elsewhere.signedInAs(visitor).equals(who.email());
        assertThat(answer.status()).isEqualTo(inside ? 303 : 502);
        return inside;
    }
}
