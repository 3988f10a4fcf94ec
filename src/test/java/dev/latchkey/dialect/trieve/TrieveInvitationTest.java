package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.dialect.Given;
import dev.latchkey.dialect.Redirect;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Coming back with an invitation. */
class TrieveInvitationTest {
    private static final MovableClock CLOCK = new MovableClock(Instant.now());

    private static TestServer server;
    private static Given given;
    private static Http api;
    private static Organization guild;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("LATCHKEY_SIGNUP_MODE", "multi"), CLOCK);
        given = new Given(server);
        api = Http.at(server.url("/trieve"));
        guild = server.organization("Guild");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_invited_joins_with_the_invitation_s_role_and_it_is_used_up() {
        var user = server.loneUser("invited@example.com");
        var code = invite("Invited@example.com");

        var answer = comeBack(code, user);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("orgs")).hasSize(1);
        assertThat(answer.json().get("orgs").get(0).get("name").asString()).isEqualTo("Guild");
        assertThat(answer.json().get("user_orgs").get(0).get("role").asInt()).isEqualTo(1);
        assertRefused(comeBack(code, user));
    }

    @Test
    void an_invitation_for_another_email_is_refused_and_nothing_is_made() {
        var user = server.loneUser("other@example.com");

        assertRefused(comeBack(invite("somebody@example.com"), user));

        assertThat(organizations(user)).isZero();
    }

    @Test
    void an_unknown_invitation_is_refused() {
        var user = server.loneUser("guesser@example.com");

        assertRefused(comeBack(UUID.randomUUID().toString(), user));

        assertThat(organizations(user)).isZero();
    }

    @Test
    void an_invitation_ends_after_its_time() {
        var user = server.loneUser("late@example.com");
        var code = invite("late@example.com");
        CLOCK.advance(Duration.ofDays(7));

        assertRefused(comeBack(code, user));
    }

    @Test
    void many_at_once_use_one_invitation_once() {
        var user = server.loneUser("many@example.com");
        var code = invite("many@example.com");

        var statuses = Race.run(i -> comeBack(code, user).status());

        assertThat(statuses).containsOnly(200, 400);
        assertThat(statuses.stream().filter(status -> status.equals(200))).hasSize(1);
        assertThat(organizations(user)).isEqualTo(1);
    }

    private static String invite(String email) {
        return server.core().invite.run(guild.id(), email, Role.ADMIN, null, Given.origin()).text();
    }

    private static int organizations(User user) {
        return api.with("Authorization", given.apiToken(user))
                .get("/api/auth/me")
                .json()
                .get("orgs")
                .size();
    }

    private static Http.Answer comeBack(String invitation, User user) {
        var begun = Redirect.of(api.get("/api/auth?inv_code=" + invitation), 303);
        var code = given.code(given.session(user, Carrier.COOKIE), begun.request());
        return api.with("Cookie", begun.sentCookie())
                .get("/api/auth/callback?code=" + code + "&state=" + begun.query("state"));
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("message");
        assertThat(answer.cookie("trieve_session")).isEmpty();
    }
}
