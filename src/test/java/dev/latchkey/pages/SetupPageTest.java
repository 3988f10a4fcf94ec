package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

class SetupPageTest {
    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(Map.of("LATCHKEY_PASSWORD_QUEUE", "256"), clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String link() {
        return server.app().setupLink().orElseThrow();
    }

    private static Map<String, String> account(String email) {
        return Map.of("firstName", "Ada", "email", email, "password", TestServer.PASSWORD);
    }

    @Test
    void the_link_makes_one_administrator_who_is_signed_in_then() {
        var link = link();
        var visitor = Visitor.at(server.url());

        var answer = visitor.submit(visitor.get(link), account("ada@example.org"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(visitor.settle(answer).text()).contains("Hello, Ada", "Default");
        assertThat(visitor.get(link).status()).isEqualTo(400);
        assertThat(server.app().setupLink()).isEmpty();
    }

    @Test
    void bad_input_does_not_use_it_up() {
        var visitor = Visitor.at(server.url());

        var answer = visitor.submit(visitor.get(link()), account("no address"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("This is not an email address.");
        assertThat(visitor.submit(answer, account("ada@example.org")).status()).isEqualTo(303);
    }

    @Test
    void sixty_four_at_once_make_one_administrator() {
        var link = link();
        var visitors =
                IntStream.range(0, Race.RUNNERS).mapToObj(i -> Visitor.at(server.url())).toList();
        var pages = visitors.stream().map(visitor -> visitor.get(link)).toList();

        var outcomes =
                Race.run(i ->
                        visitors.get(i)
                                .submit(pages.get(i), account("admin" + i + "@example.org")));

        assertThat(outcomes).filteredOn(outcome -> ((Answer) outcome).status() == 303).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> ((Answer) outcome).status() >= 500).isEmpty();
        assertThat(server.app().backend().database().stores().accounts().list(0, 100)).hasSize(1);
    }

    @Test
    void it_ends_after_half_an_hour() {
        var link = link();
        var visitor = Visitor.at(server.url());
        var page = visitor.get(link);
        clock.advance(Duration.ofMinutes(31));

        assertThat(visitor.get(link).status()).isEqualTo(400);
        assertThat(visitor.submit(page, account("late@example.org")).status()).isEqualTo(400);
        assertThat(server.app().setupLink()).isPresent();
    }

    @Test
    void a_made_up_link_shows_no_form() {
        var visitor = Visitor.at(server.url());

        assertThat(visitor.get("/auth/setup").status()).isEqualTo(400);
        assertThat(visitor.get("/auth/setup?token=lki_nonsense").text()).doesNotContain("<form");
    }

    @Test
    void a_form_of_another_browser_makes_nobody() {
        var page = Visitor.at(server.url()).get(link());
        var victim = Visitor.at(server.url());
        victim.get(link());

        assertThat(victim.submit(page, account("mallory@example.org")).status()).isEqualTo(403);
        assertThat(server.app().setupLink()).isPresent();
    }
}
