package dev.latchkey.everydoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Every API at the root of a port and of a host name of its own, as its client's defaults have it.
 */
class OwnAddressTest {
    /** An API, below its prefix on the main port and below what its client appends elsewhere. */
    enum Place {
        TRIEVE("/trieve", "", "/api/auth/me"),
        NUEXTRACT("/nuextract/v1", "", "/api/auth/me"),
        SEMAPHORE("/semaphore/api", "/api", "/user/tokens"),
        AIVO("/aivo/auth/v1", "/auth/v1", "/me"),
        NAP("/nap", "", "/api/account");

        final String prefix;
        final String bare;
        final String guarded;

        Place(String prefix, String bare, String guarded) {
            this.prefix = prefix;
            this.bare = bare;
            this.guarded = guarded;
        }

        String host() {
            return "api." + name().toLowerCase(Locale.ROOT) + ".example";
        }
    }

    private static TestServer server;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>();
        for (var place : Place.values()) {
            settings.put("LATCHKEY_APIS_" + place + "_PORT", "0");
            settings.put("LATCHKEY_APIS_" + place + "_HOST", place.host());
        }
        server = TestServer.start(settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Http port(Place place) {
        var port = server.app().ports().get(1 + place.ordinal());
        return Http.at(URI.create("http://127.0.0.1:" + port));
    }

    @ParameterizedTest
    @EnumSource
    void a_port_of_its_own_answers_as_the_prefix_on_the_main_port_does(Place place) {
        var main = Http.at(server.url(place.prefix));

        assertThat(port(place).get(place.bare + "/openapi.json").text())
                .isEqualTo(main.get("/openapi.json").text());
        assertThat(port(place).get(place.bare + place.guarded).status())
                .isEqualTo(main.get(place.guarded).status());
    }

    @ParameterizedTest
    @EnumSource
    void a_port_of_its_own_knows_no_other_api_and_no_page(Place place) {
        for (var other : Place.values()) {
            assertThat(port(place).get(other.prefix + "/openapi.json").status()).isEqualTo(404);
        }
        assertThat(port(place).get("/auth/login").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_host_name_of_its_own_answers_on_the_main_port(Place place) throws IOException {
        var description = Http.at(server.url(place.prefix)).get("/openapi.json").text();

        assertThat(underHost(place.host(), place.bare + "/openapi.json"))
                .startsWith("HTTP/1.1 200")
                .endsWith(description);
    }

    private static String underHost(String host, String path) throws IOException {
        var main = server.app().ports().getFirst();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), main)) {
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
