package dev.latchkey.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the golden tests prove of the files holds for what the server gives. */
class ServedDescriptionsTest {

    @ParameterizedTest
    @CsvSource({
        "TRIEVE, /trieve",
        "NUEXTRACT, /nuextract/v1",
        "SEMAPHORE, /semaphore/api",
        "AIVO, /aivo/auth/v1",
        "NAP, /nap"
    })
    void description_is_served_unchanged(PublishedApi api, String prefix) {
        try (var server = TestServer.start()) {
            var answer = Http.at(server.url()).get(prefix + "/openapi.json");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.text()).isEqualTo(api.description());
        }
    }
}
