package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@TestInstance(Lifecycle.PER_CLASS)
class NapLoginTest {
    private final TestServer server = TestServer.start();
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_member_of_one_organization_gets_tokens() {
        server.user("ada@example.com");

        var answer = nap.logIn("ada@example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("message", "tokens", "requireEmailVerification");
        assertThat(answer.json().get("requireEmailVerification").asBoolean()).isFalse();
        var tokens = answer.json().get("tokens");
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder(
                        "session_id",
                        "session_token",
                        "session_token_expiry",
                        "refresh_token",
                        "refresh_token_expiry");
        assertThat(tokens.get("session_token_expiry").asString()).endsWith("Z");
        assertThat(Instant.parse(tokens.get("refresh_token_expiry").asString()))
                .isAfter(Instant.now());
    }

    @Test
    void the_session_token_is_a_wrapped_jwt_signed_with_a_published_key() throws Exception {
        var user = server.user("jwt@example.com");

        var tokens = nap.tokens("jwt@example.com");

        assertThat(Jwt.isSignedBy(tokens, server.core().keys.published())).isTrue();
        var claims = Jwt.claims(tokens);
        assertThat(claims.propertyNames())
                .contains(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "nbf",
                        "iat",
                        "jti",
                        "org_slug",
                        "org_name",
                        "org_id",
                        "email",
                        "email_verified",
                        "user_fname",
                        "user_lname",
                        "user_org_role")
                .doesNotContain("user_avatar_url");
        assertThat(claims.get("iss").asString()).isEqualTo(server.url().toString());
        assertThat(claims.get("sub").asString()).isEqualTo(user.id().toString());
        assertThat(claims.get("aud").isArray()).isTrue();
        assertThat(claims.get("jti").asString()).isEqualTo(tokens.get("session_id").asString());
        assertThat(claims.get("nbf").asLong()).isLessThan(claims.get("iat").asLong());
        assertThat(claims.get("exp").asLong())
                .isEqualTo(
                        Instant.parse(tokens.get("session_token_expiry").asString())
                                .getEpochSecond());
        assertThat(claims.get("email_verified").asBoolean()).isTrue();
        UUID.fromString(claims.get("org_id").asString());
    }

    @Test
    void two_tokens_made_within_one_second_differ() {
        server.user("twice@example.com");
        var tokens = nap.tokens("twice@example.com");

        var refreshed = nap.refreshed(tokens);

        assertThat(Nap.sessionToken(refreshed)).isNotEqualTo(Nap.sessionToken(tokens));
    }

    @Test
    void an_email_is_known_in_any_case() {
        server.user("Grace@example.com");

        assertThat(nap.logIn("gRACE@EXAMPLE.com").status()).isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_email_get_the_same_answer() {
        server.user("known@example.com");

        var wrong = nap.logIn("known@example.com", "wrong password");
        var unknown = nap.logIn("unknown@example.com", "wrong password");

        assertError(wrong, 401);
        assertError(unknown, 401);
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void a_disabled_account_is_told_only_with_the_right_password() {
        var user = server.user("disabled@example.com");
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Origin.local("test"));

        var right = nap.logIn("disabled@example.com");
        var wrong = nap.logIn("disabled@example.com", "wrong password");

        assertError(right, 401);
        assertError(wrong, 401);
        assertThat(wrong.text()).isEqualTo(nap.logIn("unknown@example.com").text());
    }

    @Test
    void an_unverified_email_is_told_only_with_the_right_password() {
        nap.signUp("unverified@example.com");

        var right = nap.logIn("unverified@example.com");
        var wrong = nap.logIn("unverified@example.com", "wrong password");

        assertThat(right.status()).isEqualTo(403);
        assertThat(right.json().propertyNames())
                .containsExactlyInAnyOrder("message", "requireEmailVerification");
        assertThat(right.json().get("requireEmailVerification").asBoolean()).isTrue();
        assertError(wrong, 401);
    }

    @Test
    void somebody_without_an_organization_is_refused_in_the_error_model() {
        server.loneUser("lone@example.com");

        assertError(nap.logIn("lone@example.com"), 403);
    }

    @Test
    void a_member_of_several_organizations_gets_a_flow() {
        var user = server.user("several@example.com");
        server.member(server.organization("Second").id(), user, Role.MEMBER);

        var answer = nap.logIn("several@example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("message", "flowId", "requireEmailVerification");
        assertThat(answer.json().get("requireEmailVerification").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an address", "a@b@c", "@example.com", "a@"})
    void what_is_no_email_is_refused(String email) {
        assertError(nap.logIn(email), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/\r\nSet-Cookie: a=b", "tab\there", "\u0085", "\u007f"})
    void a_return_address_holds_no_control_characters(String returnTo) {
        assertError(logInReturningTo(returnTo), 400);
    }

    @Test
    void a_return_address_is_not_too_long() {
        server.user("return@example.com");

        assertThat(logInReturningTo("a".repeat(2048)).status()).isEqualTo(200);
        assertError(logInReturningTo("a".repeat(2049)), 400);
    }

    private Answer logInReturningTo(String returnTo) {
        return nap.http()
                .post(
                        "/api/auth/login",
                        Map.of(
                                "email",
                                "return@example.com",
                                "password",
                                TestServer.PASSWORD,
                                "flowReturnTo",
                                returnTo));
    }

    @Test
    void guessing_is_slowed_down_for_the_account_and_not_for_others() {
        server.user("guessed@example.com");
        server.user("other@example.com");
        for (int i = 0; i < 10; i++) {
            assertError(nap.logIn("guessed@example.com", "guess " + i), 401);
        }

        var answer = nap.logIn("guessed@example.com");

        assertError(answer, 429);
        assertThat(Long.parseLong(String.valueOf(answer.header("Retry-After"))))
                .isBetween(1L, 900L);
        assertThat(nap.logIn("other@example.com").status()).isEqualTo(200);
    }
}
