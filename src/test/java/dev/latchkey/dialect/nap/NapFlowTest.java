package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@TestInstance(Lifecycle.PER_CLASS)
class NapFlowTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Nap nap = Nap.of(server);
    private final Organization second = server.organization("Second");

    @AfterAll
    void stop() {
        server.close();
    }

    private User ofTwo(String email) {
        var user = server.user(email);
        server.member(second.id(), user, Role.ADMIN);
        return user;
    }

    @Test
    void a_flow_shows_its_owner_and_organizations() {
        var user = ofTwo("show@example.com");
        var login =
                Map.of(
                        "email", "show@example.com",
                        "password", TestServer.PASSWORD,
                        "flowReturnTo", "https://app.example/päge?a=b#c");
        var flow = nap.http().post("/api/auth/login", login).json().get("flowId").asString();

        var data = nap.showFlow(flow).json();

        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "userId",
                        "email",
                        "orgs",
                        "mfaRequired",
                        "mfaVerified",
                        "returnTo",
                        "createdAt",
                        "expiresAt");
        assertThat(data.get("id").asString()).isEqualTo(flow);
        assertThat(data.get("type").asString()).isEqualTo("login");
        assertThat(data.get("userId").asString()).isEqualTo(user.id().toString());
        assertThat(data.get("email").asString()).isEqualTo("show@example.com");
        assertThat(data.get("returnTo").asString()).isEqualTo("https://app.example/päge?a=b#c");
        var created = Instant.parse(data.get("createdAt").asString());
        assertThat(Instant.parse(data.get("expiresAt").asString()))
                .isEqualTo(created.plus(Duration.ofMinutes(10)));
        assertThat(data.get("orgs").valueStream().map(o -> o.get("name").asString()))
                .hasSize(2)
                .contains("Second");
        assertThat(data.get("orgs").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "slug", "description", "createdAt", "updatedAt");
    }

    @Test
    void a_flow_without_a_return_address_tells_none() {
        ofTwo("plain@example.com");

        assertThat(nap.showFlow(nap.flow("plain@example.com")).json().has("returnTo")).isFalse();
    }

    @Test
    void a_choice_gives_tokens_for_that_organization_once() {
        ofTwo("choose@example.com");
        var flow = nap.flow("choose@example.com");

        var answer = nap.choose(flow, second.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("message", "tokens", "requireEmailVerification");
        var claims = Jwt.claims(answer.json().get("tokens"));
        assertThat(claims.get("org_id").asString()).isEqualTo(second.id().toString());
        assertThat(claims.get("user_org_role").asString()).isEqualTo("admin");
        assertError(nap.choose(flow, second.id()), 400);
        assertError(nap.showFlow(flow), 400);
    }

    @Test
    void of_64_who_choose_at_once_one_succeeds() {
        ofTwo("race@example.com");
        var flow = nap.flow("race@example.com");

        var answers = Race.run(_ -> nap.choose(flow, second.id()).status());

        assertThat(answers).containsOnlyOnce(200).allMatch(s -> s.equals(200) || s.equals(400));
    }

    @Test
    void a_wrong_choice_does_not_use_the_flow_up() {
        ofTwo("wrong@example.com");
        var foreign = server.organization("Foreign");
        var flow = nap.flow("wrong@example.com");

        assertError(nap.choose(flow, foreign.id()), 403);
        assertError(nap.choose(flow, UUID.randomUUID()), 403);
        assertError(nap.choose(flow, "no id"), 400);
        assertError(nap.choose(flow, "1-1-1-1-1"), 400);

        assertThat(nap.choose(flow, second.id()).status()).isEqualTo(200);
    }

    @Test
    void whoever_holds_a_flow_gains_no_more_than_its_owner() {
        ofTwo("owner@example.com");
        var flow = nap.flow("owner@example.com");
        var thiefs = server.organization("Thief's own");
        var thief = server.loneUser("thief@example.com");
        server.member(thiefs.id(), thief, Role.OWNER);
        var tokens = nap.tokens("thief@example.com");

        var stolen = new Nap(server, nap.http().with(Nap.SESSION, Nap.sessionToken(tokens)));

        assertError(stolen.choose(flow, thiefs.id()), 403);
        var claims = Jwt.claims(stolen.choose(flow, second.id()).json().get("tokens"));
        assertThat(claims.get("email").asString()).isEqualTo("owner@example.com");
    }

    @Test
    void a_flow_expires_after_ten_minutes() {
        ofTwo("late@example.com");
        var flow = nap.flow("late@example.com");

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(nap.showFlow(flow).status()).isEqualTo(200);

        clock.advance(Duration.ofMillis(1));
        assertError(nap.showFlow(flow), 400);
        assertError(nap.choose(flow, second.id()), 400);
    }

    @Test
    void a_flow_ends_when_its_owner_is_disabled_or_gets_a_new_password() {
        var disabled = ofTwo("disabled@example.com");
        var changed = ofTwo("changed@example.com");
        var first = nap.flow("disabled@example.com");
        var other = nap.flow("changed@example.com");

        server.core()
                .changeStatus
                .run(disabled.id(), User.Status.DISABLED, null, Origin.local("test"));
        server.core().setPassword.run(changed.id(), "another password", null, Origin.local("test"));

        assertError(nap.showFlow(first), 400);
        assertError(nap.choose(first, second.id()), 400);
        assertError(nap.showFlow(other), 400);
        assertError(nap.choose(other, second.id()), 400);
    }

    @Test
    void who_left_an_organization_meanwhile_cannot_choose_it() {
        var user = ofTwo("left@example.com");
        var flow = nap.flow("left@example.com");
        server.core().changeMembers.remove(second.id(), user.id(), null, Origin.local("test"));

        assertThat(nap.showFlow(flow).json().get("orgs")).hasSize(1);
        assertError(nap.choose(flow, second.id()), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "lkf_",
                "../..",
                "a/b",
                "a b",
                "🐝",
                "'; DROP TABLE users; --",
                "%",
                "\n"
            })
    void an_unknown_flow_is_refused(String flow) {
        var encoded = URLEncoder.encode(flow, StandardCharsets.UTF_8).replace("+", "%20");

        assertError(nap.showFlow(encoded), 400);
    }

    @Test
    void a_huge_flow_id_is_refused() {
        assertError(nap.showFlow("a".repeat(4000)), 400);
    }

    @Test
    void a_token_of_another_kind_is_no_flow() {
        server.user("kinds@example.com");
        var tokens = nap.tokens("kinds@example.com");

        assertError(nap.showFlow(Nap.refreshToken(tokens)), 400);
        assertError(nap.showFlow(Nap.sessionToken(tokens)), 400);
    }
}
