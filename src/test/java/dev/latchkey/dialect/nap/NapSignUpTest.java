package dev.latchkey.dialect.nap;

import static dev.latchkey.dialect.nap.Nap.assertError;
import static dev.latchkey.dialect.nap.Nap.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.UUID;

@TestInstance(Lifecycle.PER_CLASS)
class NapSignUpTest {
    private final TestServer server = TestServer.start();
    private final Nap nap = Nap.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_newcomer_gets_an_id_and_a_mail_and_then_may_log_in() {
        var answer = nap.signUp("new@example.com");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("userId", "message");
        var id = UUID.fromString(answer.json().get("userId").asString());
        assertThat(id.version()).isEqualTo(7);

        var verified = nap.verify(server.outbox().verificationToken("new@example.com"));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(nap.tokens("new@example.com").get("session_token")).isNotNull();
    }

    @Test
    void a_newcomer_is_a_member_of_the_default_organization() {
        nap.signUp("home@example.com");
        nap.verify(server.outbox().verificationToken("home@example.com"));

        var claims = Jwt.claims(nap.tokens("home@example.com"));

        assertThat(claims.get("org_slug").asString()).isEqualTo("default");
        assertThat(claims.get("user_org_role").asString()).isEqualTo("member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🐝🌻🍯🐻🌳🦋🐞🌷🍀🐝🌻🍯🐻🌳🦋🐞🌷🍀🐛",
                "eight  8",
                "a pass phrase that is longer than 32 characters"
            })
    void a_password_is_measured_in_characters(String password) {
        var email = UUID.randomUUID() + "@example.com";
        var data = newcomer(email);
        data.put("password", password);
        data.put("confirmPassword", password);

        assertThat(nap.http().post("/api/auth/signup", data).status()).isEqualTo(200);
        nap.verify(server.outbox().verificationToken(email));
        assertThat(nap.logIn(email, password).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven 7", "🐝🐝🐝🐝🐝🐝🐝"})
    void a_short_password_is_refused(String password) {
        var data = newcomer("short@example.com");
        data.put("password", password);
        data.put("confirmPassword", password);

        assertError(nap.http().post("/api/auth/signup", data), 400);
    }

    @Test
    void every_bad_field_is_named() {
        var data = newcomer("no address");
        data.put("password", "short");
        data.put("confirmPassword", "short");

        var answer = nap.http().post("/api/auth/signup", data);

        assertError(answer, 400);
        assertThat(Nap.message(answer)).contains("email").contains("password");
    }

    @Test
    void every_missing_field_is_named() {
        var answer = nap.http().post("/api/auth/signup", Map.of("email", "a@example.com"));

        assertError(answer, 400);
        assertThat(Nap.message(answer))
                .contains("password", "confirmPassword", "firstName", "lastName");
    }

    @Test
    void passwords_that_differ_are_refused() {
        var data = newcomer("differ@example.com");
        data.put("confirmPassword", "something else");

        assertError(nap.http().post("/api/auth/signup", data), 400);
    }

    @Test
    void an_email_is_taken_in_any_case() {
        assertThat(nap.signUp("taken@example.com").status()).isEqualTo(200);

        assertError(nap.signUp("taken@example.com"), 400);
        assertError(nap.signUp("TAKEN@Example.COM"), 400);
    }

    @Test
    void of_64_who_want_one_email_one_gets_it() {
        var answers = Race.run(_ -> nap.signUp("race@example.com").status());

        assertThat(answers)
                .containsOnlyOnce(200)
                .allMatch(s -> s.equals(200) || s.equals(400) || s.equals(503));
    }

    @Test
    void unknown_fields_are_ignored() {
        var data = newcomer("unknown@example.com");
        data.put("administrator", true);
        data.put("role", Map.of("name", "owner"));

        assertThat(nap.http().post("/api/auth/signup", data).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "4dbb28c9-0f0d-4f0e-8b0a-0d6a8f1a7c33", "lkv_nonsense"})
    void an_unknown_invite_token_is_refused(String token) {
        var data = newcomer("uninvited@example.com");
        data.put("inviteToken", token);

        assertError(nap.http().post("/api/auth/signup", data), 401);
    }

    @Test
    void an_invite_token_counts_once_for_its_email_and_gives_its_role() {
        var organization = server.organization("Inviters");
        var code =
                server.core()
                        .invite
                        .run(
                                organization.id(),
                                "guest@example.com",
                                Role.ADMIN,
                                null,
                                Origin.local("test"))
                        .text();

        assertError(signUpInvited("stranger@example.com", code), 401);
        assertThat(signUpInvited("Guest@example.com", code).status()).isEqualTo(200);
        assertError(signUpInvited("second@example.com", code), 401);

        nap.verify(server.outbox().verificationToken("Guest@example.com"));
        var claims = Jwt.claims(nap.tokens("guest@example.com"));
        assertThat(claims.get("org_name").asString()).isEqualTo("Inviters");
        assertThat(claims.get("user_org_role").asString()).isEqualTo("admin");
    }

    private Answer signUpInvited(String email, String code) {
        var data = newcomer(email);
        data.put("inviteToken", code);
        return nap.http().post("/api/auth/signup", data);
    }
}
