package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationPageTest {
    private TestServer server;
    private User owner;
    private OrgId engines;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of("LATCHKEY_SIGNUP_ENABLED", "false"));
        owner = server.user("owner@example.org");
        var organization = server.organization("<i>Engines</i>");
        engines = organization.id();
        server.member(engines, owner, Role.OWNER);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String invite(String email) {
        server.core().invite.run(engines, email, Role.MEMBER, null, Origin.local("test"));
        return server.outbox().find(email, "invitation\\?code=(\\S+)");
    }

    private Visitor signedIn(String email) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), email, TestServer.PASSWORD);
        return visitor;
    }

    @Test
    void somebody_signed_in_is_asked_and_joins_once() {
        server.user("ada@example.org");
        var code = invite("ada@example.org");
        var ada = signedIn("ada@example.org");

        var question = ada.get("/auth/invitation?code=" + code);
        assertThat(question.text()).contains("Join &lt;i&gt;Engines").doesNotContain("<i>");
        var answer = ada.submit(question, Map.of());

        assertThat(answer.text()).contains("You are a member of");
        assertThat(ada.get("/").text()).contains("&lt;i&gt;Engines");
        assertThat(ada.submit(question, Map.of()).status()).isEqualTo(400);
        assertThat(ada.get("/auth/invitation?code=" + code).status()).isEqualTo(400);
    }

    @Test
    void somebody_signed_out_signs_in_and_comes_back_to_it() {
        server.user("later@example.org");
        var code = invite("later@example.org");
        var visitor = Visitor.at(server.url());
        var page = visitor.get("/auth/invitation?code=" + code);
        var login = page.text().replaceAll("(?s).*href=\"(/auth/login\\?step=[^\"]*)\".*", "$1");

        var answer = visitor.signIn(visitor.get(login), "later@example.org", TestServer.PASSWORD);

        assertThat(answer.header("Location"))
                .isEqualTo(server.url("/auth/invitation?code=" + code).toString());
        assertThat(visitor.settle(answer).text()).contains("<button type=\"submit\">Join</button>");
    }

    @Test
    void somebody_new_signs_up_with_it_though_strangers_may_not() {
        var code = invite("new@example.org");
        var visitor = Visitor.at(server.url());

        var page = visitor.get("/auth/signup?code=" + code);
        assertThat(page.text()).contains("You are invited to", "value=\"new@example.org\"");
        var answer =
                visitor.submit(
                        page, Map.of("email", "NEW@example.org", "password", TestServer.PASSWORD));

        assertThat(answer.text()).contains("Check your mail");
    }

    @Test
    void it_is_of_no_use_to_another_address() {
        server.user("wrong@example.org");
        var code = invite("right@example.org");

        var other = signedIn("wrong@example.org").get("/auth/invitation?code=" + code);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.text()).contains("right@example.org", "wrong@example.org", "/auth/logout");

        var visitor = Visitor.at(server.url());
        var thief =
                visitor.submit(
                        visitor.get("/auth/signup?code=" + code),
                        Map.of("email", "thief@example.org", "password", TestServer.PASSWORD));
        assertThat(thief.status()).isEqualTo(400);
        assertThat(thief.text()).contains("This invitation is for another email address");
    }

    @Test
    void a_form_of_another_browser_joins_nobody() {
        server.user("careful@example.org");
        var code = invite("careful@example.org");
        var page = signedIn("careful@example.org").get("/auth/invitation?code=" + code);

        var answer = signedIn("careful@example.org").submit(page, Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Nothing was done");
    }

    @Test
    void nonsense_is_told_on_a_page() {
        var visitor = Visitor.at(server.url());

        assertThat(visitor.get("/auth/invitation").status()).isEqualTo(400);
        assertThat(visitor.get("/auth/invitation?code=%3Cscript%3E").text())
                .doesNotContain("<script");
    }
}
