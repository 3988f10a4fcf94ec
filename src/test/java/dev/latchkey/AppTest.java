package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** One real request through all rooms. */
class AppTest {

    @Test
    void an_account_signs_up_verifies_and_signs_in_through_another_api() {
        try (var server = TestServer.start()) {
            var http = Http.at(server.url());
            var ada =
                    Map.of(
                            "email", "ada@example.com",
                            "password", "correct horse",
                            "confirmPassword", "correct horse",
                            "firstName", "Ada",
                            "lastName", "Lovelace");

            var signUp = http.post("/nap/api/auth/signup", ada);
            assertThat(signUp.status()).as(signUp.text()).isEqualTo(200);
            var token = server.outbox().verificationToken("ada@example.com");
            assertThat(
                            http.post("/nap/api/auth/verify-email/verify", Map.of("token", token))
                                    .status())
                    .isEqualTo(200);
            var login =
                    http.post(
                            "/aivo/auth/v1/login",
                            Map.of("email", "ADA@example.com", "password", "correct horse"));

            assertThat(login.status()).isEqualTo(200);
            var me =
                    http.bearer(login.json().get("accessToken").asString()).get("/aivo/auth/v1/me");
            assertThat(me.status()).isEqualTo(200);
            assertThat(me.json().get("email").asString()).isEqualTo("ada@example.com");
            assertThat(server.app().setupLink())
                    .as("a stranger's account is no administrator")
                    .isPresent();
        }
    }
}
