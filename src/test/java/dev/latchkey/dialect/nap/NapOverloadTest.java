package dev.latchkey.dialect.nap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** More sign-ins at once than there is room for. */
class NapOverloadTest {

    @Test
    void who_finds_no_place_is_asked_to_come_back() {
        var settings =
                Map.of("LATCHKEY_PASSWORD_QUEUE", "1", "LATCHKEY_PASSWORD_MEMORY_KIB", "8192");
        try (var server = TestServer.start(settings)) {
            var nap = Nap.of(server);
            server.user("busy@example.com");

            var answers =
                    Race.run(_ -> nap.logIn("busy@example.com")).stream()
                            .map(Answer.class::cast)
                            .toList();

            assertThat(answers)
                    .extracting(Answer::status)
                    .contains(200, 503)
                    .containsOnly(200, 503);
            for (var answer : answers) {
                if (answer.status() == 503) {
                    Nap.assertError(answer, 503);
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                }
            }
        }
    }
}
