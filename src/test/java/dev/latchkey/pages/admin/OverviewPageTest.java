package dev.latchkey.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.MovableClock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewPageTest {
    private static final String PATH = "/admin";

    private final MovableClock clock = new MovableClock(Instant.now());
    private Office office;

    @BeforeAll
    void start() {
        office = new Office(Map.of(), clock);
        office.ada();
        var stranger = office.stranger();
        for (int i = 0; i < 2; i++) {
            stranger.signIn(stranger.get("/auth/login"), Office.ADA, "not hers");
        }
        clock.advance(Duration.ofMinutes(1));
        office.server.core().administration.countHours.run();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    @Test
    void sign_ins_refusals_and_sessions_are_drawn_and_told_as_tables() {
        var page = office.root().get(PATH);

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("Sign-ins: 1 in all", "Refused sign-ins: 2 in all")
                .contains("Live sessions: 1 just now")
                .contains("<rect class=\"signed-in\"", "<rect class=\"failed\"")
                .contains("<th scope=\"col\">Server was busy</th>")
                .doesNotContain("style=", "<script");
        assertThat(page.text().split("<th scope=\"row\">", -1)).hasSize(1 + 3 * 24);
    }

    @Test
    void a_month_is_told_by_the_day() {
        var page = office.root().get(PATH + "?period=month");

        assertThat(page.text()).contains("Sign-ins: 1 in all");
        assertThat(page.text().split("<th scope=\"row\">", -1)).hasSize(1 + 3 * 30);
        assertThat(office.root().get(PATH + "?period=%3Cx%3E").status()).isEqualTo(200);
    }

    @Test
    void nobody_else_sees_it() {
        assertThat(office.ada().get(PATH).status()).isEqualTo(403);
        assertThat(office.ada().get(PATH).text()).doesNotContain("in all");
        assertThat(office.stranger().get(PATH).header("Location")).contains("/auth/login");
    }
}
