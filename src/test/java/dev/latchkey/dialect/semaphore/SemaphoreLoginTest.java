package dev.latchkey.dialect.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.User;
import dev.latchkey.dialect.Given;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code auth_login_get} and {@code auth_login_post}. */
class SemaphoreLoginTest {
    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
        api = Http.at(server.url("/semaphore/api"));
        account("ada@example.com", "Ada", true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static User account(String email, String userName, boolean verified) {
        return server.core()
                .createUser
                .run(
                        new CreateUser.Command(
                                email,
                                userName,
                                TestServer.PASSWORD,
                                "",
                                "",
                                false,
                                verified,
                                null,
                                Given.origin()));
    }

    @Test
    void the_metadata_name_the_providers() {
        var answer = api.get("/auth/login");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"oidc_providers\":[{\"id\":\"latchkey\",\"name\":\"Latchkey\","
                                + "\"color\":\"\",\"icon\":\"\"}],\"login_with_password\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "ADA@Example.COM", "Ada", "aDA", " ada "})
    void a_name_or_email_in_any_case_and_its_password_give_the_cookie(String auth) {
        var answer = login(auth, TestServer.PASSWORD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(
                        "semaphore=lks_[a-z2-7]+; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
        assertThat(
                        api.with("Cookie", "semaphore=" + answer.cookie("semaphore").orElseThrow())
                                .get("/user/tokens")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_trailing_slash_is_accepted() {
        assertThat(api.get("/auth/login/").status()).isEqualTo(200);
        assertThat(
                        api.post(
                                        "/auth/login/",
                                        Map.of("auth", "ada", "password", TestServer.PASSWORD))
                                .status())
                .isEqualTo(204);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_answered_alike() {
        var wrong = login("ada", "wrong horse");
        var unknown = login("nobody", TestServer.PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text()).contains("\"error\":");
        assertThat(wrong.cookie("semaphore")).isEmpty();
    }

    @Test
    void the_password_of_somebody_disabled_opens_nothing() {
        var user = given.somebody();
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Given.origin());

        assertThat(login(user.email().text(), TestServer.PASSWORD).status()).isEqualTo(403);
        assertThat(login(user.email().text(), "wrong horse").status()).isEqualTo(401);
    }

    @Test
    void an_email_has_to_be_verified_first() {
        account("unproven@example.com", "unproven", false);

        var answer = login("unproven", TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("error").asString()).contains("Verify");
        assertThat(answer.cookie("semaphore")).isEmpty();
    }

    @Test
    void too_many_failures_are_stopped_for_a_while() {
        account("guessed@example.com", "guessed", true);
        for (int i = 0; i < 200; i++) {
            var answer = login("guessed", "wrong horse");
            if (answer.status() == 429) {
                assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
                assertThat(login("guessed", TestServer.PASSWORD).status()).isEqualTo(429);
                return;
            }
        }
        throw new AssertionError("nobody stopped 200 guesses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"auth\":\"ada\"}",
                "{\"password\":\"x\"}",
                "{\"auth\":\"\",\"password\":\"x\"}",
                "{\"auth\":\"ada\",\"password\":\"\"}",
                "{\"auth\":1,\"password\":\"x\"}"
            })
    void what_is_missing_or_invalid_in_the_body_is_refused(String body) {
        var answer = raw("application/json", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void a_form_of_another_site_signs_nobody_in(String type) {
        var answer = raw(type, "{\"auth\":\"ada\",\"password\":\"correct horse\"}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.cookie("semaphore")).isEmpty();
    }

    private static Http.Answer raw(String type, String body) {
        return api.raw("POST", "/auth/login", type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Http.Answer login(String auth, String password) {
        return api.post("/auth/login", Map.of("auth", auth, "password", password));
    }
}
