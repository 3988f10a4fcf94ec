package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgottenPasswordTest {
    private static final String NEW = "a fresh staple";
    private TestServer server;

    @BeforeAll
    void start() {
        server =
                TestServer.start(
                        Map.of(
                                "LATCHKEY_THROTTLE_FORMS_PER_ADDRESS", "1000",
                                "LATCHKEY_THROTTLE_MAILS_PER_ADDRESS", "3"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    private String somebody() {
        var email = UUID.randomUUID() + "@example.org";
        server.user(email);
        return email;
    }

    private Answer ask(Visitor visitor, String email) {
        return visitor.submit(visitor.get("/auth/forgot-password"), Map.of("email", email));
    }

    private String tokenFor(String email) {
        ask(visitor(), email);
        return server.outbox().find(email, "reset-password\\?token=(\\S+)");
    }

    private Answer choose(String token, String password) {
        var visitor = visitor();
        return visitor.submit(
                visitor.get("/auth/reset-password?token=" + token), Map.of("password", password));
    }

    private int signIn(Visitor visitor, String email, String password) {
        return visitor.signIn(visitor.get("/auth/login"), email, password).status();
    }

    @Test
    void a_mailed_link_lets_somebody_choose_a_new_password_and_ends_their_sessions() {
        var email = somebody();
        var elsewhere = visitor();
        signIn(elsewhere, email, TestServer.PASSWORD);

        var answer = choose(tokenFor(email), NEW);

        assertThat(answer.text()).contains("Password changed");
        assertThat(elsewhere.get("/account").status()).isEqualTo(303);
        assertThat(signIn(visitor(), email, TestServer.PASSWORD)).isEqualTo(400);
        assertThat(signIn(visitor(), email, NEW)).isEqualTo(303);
        assertThat(server.outbox().find(email, "(Your password was changed)")).isNotEmpty();
    }

    @Test
    void a_link_works_once() {
        var email = somebody();
        var token = tokenFor(email);
        choose(token, NEW);

        var again = visitor().get("/auth/reset-password?token=" + token);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("used already, or has expired");
    }

    @Test
    void a_form_that_was_open_while_its_link_was_used_changes_nothing() {
        var email = somebody();
        var token = tokenFor(email);
        var late = visitor();
        var open = late.get("/auth/reset-password?token=" + token);
        choose(token, NEW);

        var answer = late.submit(open, Map.of("password", "a thief's choice"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(signIn(visitor(), email, NEW)).isEqualTo(303);
    }

    @Test
    void a_link_dies_when_the_password_is_changed_otherwise() {
        var email = somebody();
        var first = tokenFor(email);
        ask(visitor(), email);
        var owner = visitor();
        signIn(owner, email, TestServer.PASSWORD);
        owner.submit(
                owner.get("/account/password"),
                Map.of("current", TestServer.PASSWORD, "password", NEW));

        assertThat(visitor().get("/auth/reset-password?token=" + first).status()).isEqualTo(400);
    }

    @Test
    void a_password_that_is_refused_does_not_use_the_link_up() {
        var email = somebody();
        var token = tokenFor(email);

        var easy = choose(token, "password1");

        assertThat(easy.status()).isEqualTo(400);
        assertThat(easy.text()).contains("The password is too easy to guess.", "aria-invalid");
        assertThat(easy.text()).doesNotContain("password1");
        assertThat(choose(token, NEW).status()).isEqualTo(200);
    }

    @Test
    void of_64_who_use_one_link_one_wins() {
        var email = somebody();
        var token = tokenFor(email);
        var visitor = visitor();
        var page = visitor.get("/auth/reset-password?token=" + token);

        var outcomes =
                Race.run(i ->
                        visitor.submit(page, Map.of("password", "number " + i + " wins")).status());

        assertThat(outcomes).filteredOn(status -> status.equals(200)).hasSize(1);
        var winner = outcomes.indexOf(200);
        assertThat(signIn(visitor(), email, "number " + winner + " wins")).isEqualTo(303);
    }

    @Test
    void an_unknown_address_gets_the_same_answer() {
        var email = somebody();
        var known = ask(visitor(), email);
        var unknown = ask(visitor(), "nobody@example.org");

        assertThat(known.status()).isEqualTo(200).isEqualTo(unknown.status());
        assertThat(unknown.text()).isEqualTo(known.text().replace(email, "nobody@example.org"));
    }

    @Test
    void one_address_gets_few_mails_whether_it_is_known_or_not() {
        for (var email : new String[] {somebody(), "nobody.at.all@example.org"}) {
            for (int i = 0; i < 3; i++) {
                assertThat(ask(visitor(), email).status()).isEqualTo(200);
            }
            var answer = ask(visitor(), email);

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isNotNull();
        }
    }

    @Test
    void the_link_leads_to_our_own_name_whatever_the_host_header_says() {
        var email = somebody();
        var visitor = visitor();
        var page = visitor.get("/auth/forgot-password");
        var fields = new java.util.HashMap<>(Visitor.hidden(page));
        fields.put("email", email);

        visitor.post(
                "/auth/forgot-password",
                fields,
                Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https"));

        assertThat(server.outbox().find(email, "(\\S+)/auth/reset-password"))
                .isEqualTo(server.url().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "[::1]:80", "localhost.evil.example"})
    void nor_does_a_forged_host_get_into_the_link(String host) throws Exception {
        var email = somebody();
        var visitor = visitor();
        var page = visitor.get("/auth/forgot-password");
        var form =
                "csrf="
                        + Visitor.encode(String.valueOf(Visitor.hidden(page).get("csrf")))
                        + "&step=&email="
                        + Visitor.encode(email);

        var answer =
                underHost(
                        host,
                        "latchkey_browser=" + visitor.cookie("latchkey_browser").orElseThrow(),
                        form);

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil");
        assertThat(server.outbox().find(email, "(\\S+)/auth/reset-password"))
                .isEqualTo(server.url().toString());
    }

    private String underHost(String host, String cookie, String form) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            var request =
                    """
                    POST /auth/forgot-password HTTP/1.1
                    Host: %s
                    X-Forwarded-Host: %s
                    Forwarded: host=%s
                    Cookie: %s
                    Content-Type: application/x-www-form-urlencoded
                    Content-Length: %d
                    Connection: close

                    """
                            .formatted(host, host, host.split(":")[0], cookie, form.length());
            socket.getOutputStream()
                    .write((request.replace("\n", "\r\n") + form).getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void a_german_browser_gets_a_german_mail() {
        var email = somebody();
        var visitor = visitor();

        visitor.submit(visitor.get("/auth/forgot-password?ui_locales=de"), Map.of("email", email));

        assertThat(server.outbox().find(email, "(Der Link gilt 30 Minuten)")).isNotEmpty();
    }
}
