package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilePageTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user("ada@example.org");
        server.user("grace@example.org");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor signedIn(String email) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), email, TestServer.PASSWORD);
        return visitor;
    }

    private static Map<String, String> names(String first, String last, String user) {
        return Map.of("firstName", first, "lastName", last, "userName", user);
    }

    @Test
    void who_is_not_signed_in_signs_in_first_and_is_led_back() {
        var visitor = Visitor.at(server.url());

        var login = visitor.open("/account");
        var page = visitor.settle(visitor.signIn(login, "ada@example.org", TestServer.PASSWORD));

        assertThat(page.response().uri().getPath()).isEqualTo("/account");
        assertThat(page.text()).contains("<h1>Profile</h1>", "aria-current=\"page\"");
    }

    @Test
    void names_are_kept_and_html_in_them_is_text() {
        var visitor = signedIn("grace@example.org");

        var page =
                visitor.settle(
                        visitor.submit(
                                visitor.get("/account"),
                                names("<b>Grace</b>", "\"'&Hopper", "amazing.grace")));

        assertThat(page.text())
                .contains("Saved.", "&lt;b>Grace", "value=\"amazing.grace\"")
                .doesNotContain("<b>Grace");
        assertThat(
                        visitor.signIn(
                                        visitor.get("/auth/login"),
                                        "Amazing.Grace",
                                        TestServer.PASSWORD)
                                .status())
                .isEqualTo(303);
    }

    @Test
    void what_was_typed_stays_when_something_is_wrong_with_it() {
        var visitor = signedIn("ada@example.org");

        var answer = visitor.submit(visitor.get("/account"), names("Ada", "L", "no blanks"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "value=\"no blanks\"",
                        "aria-invalid=\"true\"",
                        "id=\"userName-problem\">The user name has to have 1 to 60 letters");
    }

    @Test
    void a_form_shown_to_one_person_does_nothing_for_the_next_at_the_same_browser() {
        var visitor = signedIn("ada@example.org");
        var stale = visitor.get("/account");
        visitor.signIn(visitor.get("/auth/login"), "grace@example.org", TestServer.PASSWORD);

        var answer = visitor.submit(stale, names("Not", "Grace", ""));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Nothing was done");
    }

    @Test
    void the_language_that_was_asked_for_is_remembered() {
        var visitor = signedIn("ada@example.org");

        assertThat(visitor.get("/account?ui_locales=fr%20de-AT").text())
                .contains("<html lang=\"de\">", "Benutzername", "hreflang=\"en\"");
        assertThat(visitor.get("/auth/logout").text()).contains("Abmelden");
    }
}
