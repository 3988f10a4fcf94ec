package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.session.RefreshFamily;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Tokens that were used some exchanges ago, and those that were made up. */
@TestInstance(Lifecycle.PER_CLASS)
class AivoRefreshReuseTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Aivo aivo = Aivo.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    private String first(String email) {
        server.user(email);
        return Aivo.refreshToken(aivo.session(email));
    }

    private String next(String token) {
        var answer = aivo.refresh(token);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Aivo.refreshToken(answer.json());
    }

    private void assertRefused(String token) {
        assertError(aivo.refresh(token), 401, "invalid_refresh_token");
    }

    /** A slow tab, while a quick one went on. */
    @Test
    void one_that_was_used_a_moment_ago_gives_its_own_successor_after_others_were_used() {
        var one = first("slow@example.com");
        var two = next(one);
        var three = next(two);

        assertThat(next(one)).isEqualTo(two);
        assertThat(next(two)).isEqualTo(three);
        next(three);
    }

    @Test
    void each_has_a_grace_of_its_own() {
        var one = first("each@example.com");
        var two = next(one);
        clock.advance(GRACE.minusSeconds(1));
        var three = next(two);
        clock.advance(Duration.ofSeconds(1));

        assertThat(next(one)).isEqualTo(two);
        clock.advance(Duration.ofMillis(1));

        assertRefused(one);
        assertRefused(three);
    }

    @Test
    void one_that_was_used_days_ago_ends_its_session() {
        var one = first("days@example.com");
        var token = one;
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofDays(1));
            token = next(token);
        }
        clock.advance(GRACE.plusMillis(1));

        assertRefused(one);
        assertRefused(token);
    }

    /** Which may be the user's own still, so it is no proof of a thief. */
    @Test
    void of_many_that_were_used_a_moment_ago_the_oldest_are_refused_and_no_more_until_it_is_over() {
        var one = first("many@example.com");
        var token = one;
        for (int i = 0; i <= RefreshFamily.REMEMBERED; i++) {
            token = next(token);
        }

        assertRefused(one);
        token = next(token);
        clock.advance(GRACE.plusMillis(1));

        assertRefused(one);
        assertRefused(token);
    }

    /** Access tokens tell everybody who sees them what their session is called. */
    @Test
    void one_that_is_made_up_from_the_sessions_name_is_refused_and_ends_nothing() {
        var token = first("forged@example.com");
        var session = Secret.parse(SecretKind.REFRESH_TOKEN, token).orElseThrow().owner();
        token = next(token);
        clock.advance(GRACE.plusMillis(1));

        for (int i = 0; i < 100; i++) {
            assertRefused(Secret.of(SecretKind.REFRESH_TOKEN, session).text());
        }

        next(token);
    }

    /** Both are good, each in a session of its own. */
    @Test
    void the_random_part_of_one_session_opens_no_other() {
        var own = first("own@example.com");
        var other = first("other@example.com");
        var begin = "lkr_".length() + 26;

        assertRefused(checked(other.substring(0, begin) + own.substring(begin)));
        assertRefused(checked(own.substring(0, begin) + other.substring(begin)));

        next(own);
        next(other);
    }

    /** The same with the checksum that it ought to have. */
    private static String checked(String text) {
        var body = text.substring(0, text.length() - 6);
        var crc = new java.util.zip.CRC32();
        crc.update(body.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var checksum = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            var at = (int) (crc.getValue() >> 5 * i & 31);
            checksum.append("abcdefghijklmnopqrstuvwxyz234567".charAt(at));
        }
        return body + checksum;
    }
}
