package dev.latchkey.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TablesAway;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.Test;

class HealthApiTest {

    @Test
    void it_is_well_while_the_database_answers_and_says_so_when_not() {
        try (var server = TestServer.start()) {
            var http = Http.at(server.url());
            var well = http.get("/healthz");
            assertThat(well.status()).isEqualTo(200);
            assertThat(well.text()).isEqualTo("{\"status\":\"ok\"}");

            try (var away =
                    new TablesAway("jdbc:sqlite:" + server.folder().resolve("data/latchkey.db"))) {
                var ill = http.get("/healthz");
                assertThat(ill.status()).isEqualTo(503);
                assertThat(ill.text()).isEqualTo("{\"status\":\"unavailable\"}");
            }

            assertThat(http.get("/healthz").status()).isEqualTo(200);
        }
    }
}
