package dev.latchkey.dialect.nap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Time tells nobody who has an account. The hash costs what it costs users, else it would not be
 * seen.
 */
class NapTimingTest {
    private static final int SAMPLES = 21;

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "LATCHKEY_PASSWORD_MEMORY_KIB", "19456",
                    "LATCHKEY_PASSWORD_ITERATIONS", "2",
                    "LATCHKEY_THROTTLE_FAILURES_PER_ACCOUNT", "1000",
                    "LATCHKEY_THROTTLE_FAILURES_PER_ADDRESS", "1000");

    @Test
    void an_unknown_email_takes_as_long_as_a_wrong_password() {
        try (var server = TestServer.start(SETTINGS)) {
            var nap = Nap.of(server);
            server.user("ada@example.com");
            timeOf(nap, "ada@example.com");
            timeOf(nap, "nobody@example.com");
            var known = new ArrayList<Long>();
            var unknown = new ArrayList<Long>();
            for (int i = 0; i < SAMPLES; i++) {
                known.add(timeOf(nap, "ada@example.com"));
                unknown.add(timeOf(nap, "nobody" + i + "@example.com"));
            }

            assertThat(median(unknown) / median(known)).isBetween(0.5, 2.0);
        }
    }

    private static long timeOf(Nap nap, String email) {
        var start = System.nanoTime();
        assertThat(nap.logIn(email, "wrong password").status()).isEqualTo(401);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
