package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewUserPageTest {
    private static final String PATH = "/admin/users/new";

    private Office office;
    private Visitor root;

    @BeforeAll
    void start() {
        office = new Office(Map.of());
        root = office.root();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    private Answer make(String... more) {
        return root.post(PATH, form(csrf(root.get(PATH)), more), Map.of());
    }

    @Test
    void somebody_is_invited_chooses_a_password_and_signs_in() {
        var made = make("email", "grace@example.org", "firstName", "Grace", "how", "invite");
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        var page = root.settle(made);
        assertThat(page.text()).contains("a link to choose a password is on its way", "None yet");

        var grace = office.stranger();
        var link =
                office.server.outbox().find("grace@example.org", "reset-password\\?token=(\\S+)");
        var choose = grace.get("/auth/reset-password?token=" + link);
        assertThat(
                        grace.settle(grace.submit(choose, Map.of("password", "a fresh staple")))
                                .status())
                .isEqualTo(200);
        grace.settle(grace.signIn(grace.get("/auth/login"), "grace@example.org", "a fresh staple"));

        assertThat(grace.get("/account").text()).contains("grace@example.org");
        assertThat(office.events(Kind.USER_INVITED))
                .first()
                .satisfies(event -> {
                    assertThat(event.actor()).isNotNull().isNotEqualTo(event.subject());
                    assertThat(event.origin().address()).isEqualTo("127.0.0.1");
                });
    }

    @Test
    void somebody_is_given_a_password_and_the_address_vouched_for() {
        var made =
                make(
                        "email",
                        "mary@example.org",
                        "how",
                        "password",
                        "password",
                        TestServer.PASSWORD,
                        "verified",
                        "true",
                        "userName",
                        "mary");
        assertThat(made.status()).as(made.text()).isEqualTo(303);

        assertThat(office.signedIn("mary").get("/account").text()).contains("mary@example.org");
        assertThat(root.settle(made).text()).contains("Default", "member");
    }

    @Test
    void without_that_the_address_is_verified_by_mail() {
        make("email", "joan@example.org", "how", "password", "password", TestServer.PASSWORD);

        assertThat(office.server.outbox().verificationToken("joan@example.org")).isNotEmpty();
        assertThat(office.signedIn("joan@example.org").get("/account").status()).isEqualTo(303);
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept() {
        var wrong =
                make(
                        "email",
                        "no address",
                        "userName",
                        "mine",
                        "firstName",
                        "A<b>da",
                        "how",
                        "password",
                        "password",
                        "short",
                        "administrator",
                        "true");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text())
                .contains("id=\"email-problem\"", "id=\"password-problem\"")
                .contains("value=\"no address\"", "value=\"mine\"", "A<b>da".replace("<", "&lt;"))
                .contains(
                        "value=\"password\" checked",
                        "name=\"administrator\" value=\"true\" checked")
                .doesNotContain("short\"");
        var taken = make("email", Office.ADA, "how", "invite");
        assertThat(taken.text()).contains("id=\"email-problem\"");
    }

    @Test
    void nobody_else_makes_accounts_and_no_other_site_either() {
        var ada = office.ada();
        var own = csrf(ada.get("/account"));
        var fields = form(own, "email", "evil@example.org", "how", "invite");
        assertThat(office.stranger().get(PATH).header("Location")).contains("/auth/login");
        assertThat(ada.get(PATH).status()).isEqualTo(403);
        assertThat(ada.post(PATH, fields, Map.of()).status()).isEqualTo(403);
        assertThat(root.post(PATH, fields, Map.of()).status()).isEqualTo(403);
        var good = form(csrf(root.get(PATH)), "email", "evil@example.org", "how", "invite");
        assertThat(root.post(PATH, good, Map.of("Origin", "https://evil.example")).status())
                .isEqualTo(403);

        assertThat(root.get("/admin/users?q=evil").text()).contains("Nobody is found.");
    }

    @Test
    void of_64_who_make_the_same_account_one_does() {
        var fields = form(csrf(root.get(PATH)), "email", "race@example.org", "how", "invite");

        var outcomes = Race.run(_ -> root.post(PATH, fields, Map.of()).status());

        assertThat(outcomes).filteredOn(status -> status.equals(303)).hasSize(1);
        assertThat(outcomes).filteredOn(status -> status.equals(400)).hasSize(Race.RUNNERS - 1);
    }
}
