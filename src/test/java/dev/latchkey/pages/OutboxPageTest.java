package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxPageTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of("LATCHKEY_SERVER_BIND", "0.0.0.0"));
        var visitor = Visitor.at(server.url());
        visitor.submit(
                visitor.get("/auth/signup"),
                Map.of("email", "ada@example.org", "password", TestServer.PASSWORD));
        server.outbox().verificationToken("ada@example.org");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whoever_sits_at_the_machine_reads_it_and_its_links_work() {
        var token = server.outbox().verificationToken("ada@example.org");

        var page = Http.at(server.url()).get("/auth/outbox");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "To ada@example.org",
                        "<a href=\"" + server.url() + "/auth/verify-email?token=" + token + "\">");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Http.at(server.url()).get("/").text()).contains("/auth/outbox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 203.0.113.7, 127.0.0.1",
                "X-Forwarded-For: nonsense",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 proxy",
                "X-Real-IP: 127.0.0.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: localhost",
            })
    void what_came_through_a_proxy_finds_nothing(String header) {
        var parts = header.split(": ", 2);
        var answer = Http.at(server.url()).with(parts[0], parts[1]).get("/auth/outbox");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("ada@example.org", "token=");
        assertThat(Http.at(server.url()).with(parts[0], parts[1]).get("/").text())
                .doesNotContain("/auth/outbox");
    }

    @Test
    void a_foreign_name_that_points_here_finds_nothing() throws IOException {
        var here = InetAddress.getLoopbackAddress();

        assertThat(ask(here, "localhost:" + port())).startsWith("HTTP/1.1 200");
        assertThat(ask(here, "127.0.0.1")).startsWith("HTTP/1.1 200");
        assertThat(ask(here, "rebound.example:" + port()))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("token=");
        assertThat(ask(here, "localhost.evil.example")).startsWith("HTTP/1.1 404");
    }

    @Test
    void a_peer_that_is_not_on_this_machines_loopback_finds_nothing() throws IOException {
        for (var address : otherAddresses()) {
            assertThat(ask(address, "localhost:" + port()))
                    .startsWith("HTTP/1.1 404")
                    .doesNotContain("token=");
        }
    }

    @Test
    void behind_https_and_with_a_mail_server_there_is_nothing() {
        try (var secure =
                        TestServer.start(
                                Map.of("LATCHKEY_SERVER_PUBLIC_URL", "https://login.example.com"));
                var mailing =
                        TestServer.start(
                                Map.of(
                                        "LATCHKEY_MAIL_SMTP_HOST",
                                        "127.0.0.1",
                                        "LATCHKEY_MAIL_SMTP_SECURITY",
                                        "none"))) {
            assertThat(Http.at(local(secure)).get("/auth/outbox").status()).isEqualTo(404);
            assertThat(Http.at(local(mailing)).get("/auth/outbox").status()).isEqualTo(404);
        }
    }

    private static java.net.URI local(TestServer server) {
        return java.net.URI.create("http://127.0.0.1:" + server.app().ports().getFirst());
    }

    private int port() {
        return server.app().ports().getFirst();
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                .toList();
    }

    private String ask(InetAddress address, String host) throws IOException {
        try (var socket = new Socket(address, port())) {
            var request =
                    "GET /auth/outbox HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
