package dev.latchkey.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.Map;

/** The Aivo API of a server, and what its tests do again and again. */
record Aivo(TestServer server, Http http) {

    static Aivo of(TestServer server) {
        return new Aivo(server, Http.at(server.url("/aivo/auth/v1")));
    }

    Answer logIn(String email) {
        return logIn(email, TestServer.PASSWORD);
    }

    Answer logIn(String email, String password) {
        return http.post("/login", Map.of("email", email, "password", password));
    }

    /** The {@code AuthResponse} of somebody who can log in. */
    JsonNode session(String email) {
        var answer = logIn(email);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    Answer refresh(String token) {
        return http.post("/refresh", Map.of("refreshToken", token));
    }

    Answer logOut(JsonNode session) {
        return http.bearer(accessToken(session)).post("/logout");
    }

    Answer me(JsonNode session) {
        return http.bearer(accessToken(session)).get("/me");
    }

    static String accessToken(JsonNode session) {
        return session.get("accessToken").asString();
    }

    static String refreshToken(JsonNode session) {
        return session.get("refreshToken").asString();
    }

    /** An answer with {@code Error} and this code. */
    static void assertError(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertErrorModel(answer.response());
        assertThat(answer.json().get("error").asString()).isEqualTo(code);
    }

    /** {@code Error}, or for a 422 {@code ValidationError}, and nothing else. */
    static void assertErrorModel(HttpResponse<String> response) {
        var error = JsonMapper.shared().readTree(response.body());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(error.get("error").asString()).matches("[a-z_]+");
        assertThat(error.get("message").asString()).isNotBlank();
        if (response.statusCode() == 422) {
            assertThat(error.propertyNames())
                    .containsExactlyInAnyOrder("error", "message", "validationErrors");
            assertThat(error.get("validationErrors")).isNotEmpty().allSatisfy(Aivo::assertField);
        } else {
            assertThat(error.propertyNames()).containsExactlyInAnyOrder("error", "message");
        }
        if (response.statusCode() == 401) {
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    private static void assertField(JsonNode field) {
        assertThat(field.propertyNames()).containsExactlyInAnyOrder("field", "message");
        assertThat(field.get("field").asString()).isNotBlank();
        assertThat(field.get("message").asString()).isNotBlank();
    }
}
