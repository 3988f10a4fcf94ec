package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.Map;

/** A server that must not tell who has an account. */
@TestInstance(Lifecycle.PER_CLASS)
class NapSilentMailTest {
    private final TestServer server =
            TestServer.start(Map.of("LATCHKEY_APIS_NAP_VERIFY_EMAIL_ALWAYS_OK", "true"));
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_address_gets_the_same_answer() {
        server.user("proven@example.com");
        nap.signUp("unproven@example.com");

        var unproven = nap.sendMail("unproven@example.com");

        assertThat(unproven.status()).isEqualTo(200);
        assertThat(nap.sendMail("proven@example.com").text()).isEqualTo(unproven.text());
        assertThat(nap.sendMail("unknown@example.com").text()).isEqualTo(unproven.text());
        assertThat(server.outbox().to("unknown@example.com")).isEmpty();
    }

    @Test
    void an_unknown_address_is_limited_like_a_known_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(nap.sendMail("guess@example.com").status()).isEqualTo(200);
        }

        assertError(nap.sendMail("guess@example.com"), 429);
    }

    @Test
    void what_is_no_address_is_refused_all_the_same() {
        assertError(nap.sendMail("no address"), 400);
    }
}
