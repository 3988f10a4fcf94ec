package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;

/** Nobody learns from the time of the answer whether there is an account. */
class ForgottenQuietlyTest {
    private static final int SAMPLES = 150;
    private static final int WARM_UP = 50;

    /** Far more than the machine's noise; a mail by SMTP or a password hash takes longer. */
    private static final long SAME = 3_000_000;

    @Test
    void a_known_address_takes_as_long_as_an_unknown_one() {
        try (var server =
                TestServer.start(
                        Map.of(
                                "LATCHKEY_THROTTLE_FORMS_PER_ADDRESS", "100000",
                                "LATCHKEY_THROTTLE_MAILS_PER_ADDRESS", "100000"))) {
            server.user("ada@example.org");
            var visitor = Visitor.at(server.url());
            var known = new long[SAMPLES];
            var unknown = new long[SAMPLES];

            for (int i = -WARM_UP; i < SAMPLES; i++) {
                var one = ask(visitor, "ada@example.org");
                var other = ask(visitor, "eve@example.org");
                if (i >= 0) {
                    known[i] = one;
                    unknown[i] = other;
                }
            }

            var difference = Math.abs(median(known) - median(unknown));
            assertThat(difference)
                    .as("%d and %d ns", median(known), median(unknown))
                    .isLessThan(Math.max(SAME, median(unknown) / 2));
        }
    }

    @Test
    void the_answer_does_not_wait_for_the_mail() throws IOException {
        // It takes connections, and never says a word.
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var server =
                        TestServer.start(
                                Map.of(
                                        "LATCHKEY_MAIL_SMTP_HOST",
                                        "127.0.0.1",
                                        "LATCHKEY_MAIL_SMTP_PORT",
                                        Integer.toString(silent.getLocalPort())))) {
            server.user("ada@example.org");
            var visitor = Visitor.at(server.url());

            for (int i = 0; i < 3; i++) {
                var page = visitor.get("/auth/forgot-password");
                assertThat(visitor.submit(page, Map.of("email", "ada@example.org")).text())
                        .contains("is on its way");
            }
        }
    }

    private static long ask(Visitor visitor, String email) {
        var page = visitor.get("/auth/forgot-password");
        var start = System.nanoTime();
        var answer = visitor.submit(page, Map.of("email", email));
        var taken = System.nanoTime() - start;
        assertThat(answer.status()).isEqualTo(200);
        return taken;
    }

    private static long median(long[] samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
