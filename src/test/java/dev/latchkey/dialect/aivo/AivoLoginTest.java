package dev.latchkey.dialect.aivo;

import static dev.latchkey.dialect.aivo.Aivo.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

@TestInstance(Lifecycle.PER_CLASS)
class AivoLoginTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final TestServer server = TestServer.start(Map.of(), clock);
    private final Aivo aivo = Aivo.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void somebody_with_the_right_password_gets_tokens_and_a_profile() {
        var user = server.user("ada@example.com");

        var answer = aivo.logIn("ada@example.com");

        assertThat(answer.status()).isEqualTo(200);
        var session = answer.json();
        assertThat(session.propertyNames())
                .containsExactlyInAnyOrder("accessToken", "refreshToken", "user", "expiresIn");
        assertThat(Aivo.accessToken(session).split("\\.")).hasSize(3);
        assertThat(session.get("expiresIn").isInt()).isTrue();
        assertThat(session.get("expiresIn").asInt()).isEqualTo(900);
        var profile = session.get("user");
        assertThat(profile.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "firstName",
                        "lastName",
                        "role",
                        "tenantId",
                        "status",
                        "avatar",
                        "lastLoginAt",
                        "createdAt",
                        "updatedAt");
        assertThat(profile.get("id").asString()).isEqualTo(user.id().toString());
        assertThat(profile.get("email").asString()).isEqualTo("ada@example.com");
        assertThat(profile.get("firstName").asString()).isEqualTo("Ada");
        assertThat(profile.get("role").asString()).isEqualTo("learner");
        assertThat(profile.get("status").asString()).isEqualTo("active");
        assertThat(profile.get("avatar").isNull()).isTrue();
        assertThat(Instant.parse(profile.get("lastLoginAt").asString())).isEqualTo(clock.instant());
        assertThat(profile.get("createdAt").asString()).endsWith("Z");
    }

    @Test
    void the_profile_at_login_is_the_one_that_me_tells() {
        server.user("same@example.com");

        var session = aivo.session("same@example.com");

        assertThat(aivo.me(session).json()).isEqualTo(session.get("user"));
    }

    @Test
    void a_wrong_password_and_an_unknown_email_get_the_same_answer() {
        server.user("known@example.com");

        var wrong = aivo.logIn("known@example.com", "wrong password");
        var unknown = aivo.logIn("unknown@example.com", "wrong password");

        assertError(wrong, 401, "invalid_credentials");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void a_disabled_account_is_told_only_with_the_right_password() {
        var user = server.user("disabled@example.com");
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Origin.local("test"));

        assertError(aivo.logIn("disabled@example.com"), 401, "account_not_active");
        assertError(
                aivo.logIn("disabled@example.com", "wrong password"), 401, "invalid_credentials");
    }

    @Test
    void an_unverified_email_is_told_only_with_the_right_password() {
        Http.at(server.url("/nap"))
                .post(
                        "/api/auth/signup",
                        Map.of(
                                "email", "unverified@example.com",
                                "password", TestServer.PASSWORD,
                                "confirmPassword", TestServer.PASSWORD,
                                "firstName", "A",
                                "lastName", "B"));

        assertError(aivo.logIn("unverified@example.com"), 401, "email_not_verified");
        assertError(
                aivo.logIn("unverified@example.com", "wrong password"), 401, "invalid_credentials");
    }

    @Test
    void somebody_without_a_tenant_is_refused() {
        server.loneUser("lone@example.com");

        assertError(aivo.logIn("lone@example.com"), 401, "no_tenant");
    }

    @Test
    void somebody_of_several_tenants_signs_in_to_the_one_used_last_else_joined_first() {
        var first = server.organization("First joined");
        var second = server.organization("Second joined");
        var user = server.loneUser("several@example.com");
        server.member(first.id(), user, Role.MEMBER);
        clock.advance(Duration.ofSeconds(1));
        server.member(second.id(), user, Role.MEMBER);
        clock.advance(Duration.ofSeconds(1));

        assertThat(tenant("several@example.com")).isEqualTo(first.id().toString());
        clock.advance(Duration.ofSeconds(1));
        choose("several@example.com", second.id().toString());
        assertThat(tenant("several@example.com")).isEqualTo(second.id().toString());
    }

    private String tenant(String email) {
        return aivo.session(email).get("user").get("tenantId").asString();
    }

    /** Uses an organization through another door. */
    private void choose(String email, String organization) {
        var nap = Http.at(server.url("/nap"));
        var login =
                nap.post(
                        "/api/auth/login", Map.of("email", email, "password", TestServer.PASSWORD));
        var flow = login.json().get("flowId").asString();
        nap.post("/api/auth/flow/" + flow + "/organization", Map.of("orgId", organization));
    }

    @Test
    void every_bad_field_is_named() {
        assertThat(badFields(aivo.logIn("no address", "short")))
                .containsExactlyInAnyOrder("email", "password");
        assertThat(badFields(aivo.http().post("/login", Map.of())))
                .containsExactlyInAnyOrder("email", "password");
        assertThat(badFields(aivo.http().post("/login", Map.of("email", 42, "password", true))))
                .containsExactlyInAnyOrder("email", "password");
        assertThat(badFields(aivo.logIn("ada@example.com", "seven 7"))).containsExactly("password");
        assertThat(badFields(aivo.logIn("ada@example.com", "🐝🐝🐝🐝🐝🐝🐝")))
                .containsExactly("password");
        assertThat(badFields(aivo.http().post("/refresh", Map.of())))
                .containsExactly("refreshToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\""})
    void a_malformed_body_is_a_validation_error(String body) {
        var answer = aivo.http().raw("POST", "/login", "application/json", body.getBytes());

        assertThat(badFields(answer)).containsExactly("body");
    }

    private static Stream<String> badFields(Answer answer) {
        assertError(answer, 422, "validation_error");
        return answer.json()
                .get("validationErrors")
                .valueStream()
                .map(field -> field.get("field").asString());
    }

    @Test
    void guessing_is_slowed_down() {
        server.user("guessed@example.com");
        for (int i = 0; i < 10; i++) {
            assertError(
                    aivo.logIn("guessed@example.com", "wrong guess " + i),
                    401,
                    "invalid_credentials");
        }

        var answer = aivo.logIn("guessed@example.com");

        assertError(answer, 429, "too_many_attempts");
        assertThat(answer.header("Retry-After")).containsOnlyDigits();
    }
}
