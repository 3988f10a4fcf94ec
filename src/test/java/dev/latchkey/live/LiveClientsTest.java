package dev.latchkey.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Postgres;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Unmodified Python clients reach every status of their documents, and parse every answer. */
@Tag("parts")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveClientsTest {

    @ParameterizedTest
    @CsvSource({
        "generated, trieve",
        "generated, nuextract",
        "generated, semaphore",
        "generated, aivo",
        "generated, nap",
        "trieve, trieve",
        "numind, nuextract",
        "semaphore, semaphore"
    })
    void every_documented_status_is_reached(String environment, String script) throws Exception {
        try (var server = LiveServer.start(Map.of());
                var client = new PythonClient(environment, script, server.inputs())) {
            assertThat(client.problem()).isEmpty();
        }
    }

    @Test
    void another_api_at_the_address_is_noticed() throws Exception {
        try (var server = LiveServer.start(Map.of())) {
            var inputs = new HashMap<>(server.inputs());
            inputs.put("LATCHKEY_BASE", inputs.get("LATCHKEY_URL") + "/nap");
            try (var client = new PythonClient("generated", "aivo", inputs)) {
                assertThat(client.problem()).contains("login gave 404 instead of 401");
            }
        }
    }

    @Test
    void every_documented_500_is_reached_without_a_database_and_passes_when_it_is_back()
            throws Exception {
        try (var postgres = Postgres.own();
                var server =
                        LiveServer.start(
                                Map.of("LATCHKEY_DATABASE_URL", postgres.freshDatabase()));
                var client = new PythonClient("generated", "nap_broken", server.inputs())) {
            client.await("\"break\"");
            postgres.stop();
            client.goOn();
            client.await("\"mend\"");
            postgres.start();
            client.goOn();
            assertThat(client.problem()).isEmpty();
        }
    }
}
