package dev.latchkey.dialect.nap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** The NAP API of a server, and what its tests do again and again. */
record Nap(TestServer server, Http http) {
    static final String SESSION = "X-NAP-Session-Token";
    static final String REFRESH = "X-NAP-Refresh-Token";

    static Nap of(TestServer server) {
        return new Nap(server, Http.at(server.url("/nap")));
    }

    /** What a newcomer sends; to be changed. */
    static Map<String, Object> newcomer(String email) {
        return new HashMap<>(
                Map.of(
                        "email",
                        email,
                        "password",
                        TestServer.PASSWORD,
                        "confirmPassword",
                        TestServer.PASSWORD,
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace"));
    }

    Answer signUp(String email) {
        return http.post("/api/auth/signup", newcomer(email));
    }

    Answer verify(String token) {
        return http.post("/api/auth/verify-email/verify", Map.of("token", token));
    }

    Answer sendMail(String email) {
        return http.post("/api/auth/verify-email/send", Map.of("email", email));
    }

    Answer logIn(String email) {
        return logIn(email, TestServer.PASSWORD);
    }

    Answer logIn(String email, String password) {
        return http.post("/api/auth/login", Map.of("email", email, "password", password));
    }

    /** The tokens of somebody who can log in. */
    JsonNode tokens(String email) {
        var answer = logIn(email);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("tokens");
    }

    /** The flow of somebody who belongs to several organizations. */
    String flow(String email) {
        var answer = logIn(email);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("flowId").asString();
    }

    Answer showFlow(String flow) {
        return http.get("/api/auth/flow/" + flow);
    }

    Answer choose(String flow, Object organization) {
        return http.post(
                "/api/auth/flow/" + flow + "/organization",
                Map.of("orgId", organization.toString()));
    }

    Answer refresh(String token) {
        return http.with(REFRESH, token).post("/api/auth/refresh");
    }

    /** The tokens that a good refresh token gives. */
    JsonNode refreshed(JsonNode tokens) {
        var answer = refresh(refreshToken(tokens));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("tokens");
    }

    Answer logOut(JsonNode tokens) {
        return http.with(SESSION, sessionToken(tokens)).post("/api/auth/logout");
    }

    static String sessionToken(JsonNode tokens) {
        return tokens.get("session_token").asString();
    }

    static String refreshToken(JsonNode tokens) {
        return tokens.get("refresh_token").asString();
    }

    /**
     * An answer with {@code ModelsErrorResponse} and nothing else, for people, telling nothing of
     * us.
     */
    static void assertError(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertErrorModel(answer.response());
    }

    static void assertErrorModel(HttpResponse<String> response) {
        var error = JsonMapper.shared().readTree(response.body());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("message", "debug", "code");
        assertThat(error.get("code").isInt()).isTrue();
        assertThat(error.get("code").asInt()).isEqualTo(response.statusCode());
        assertThat(error.get("message").asString()).isNotBlank();
        assertThat(error.get("debug").asString()).isEmpty();
    }

    static String message(Answer answer) {
        return answer.json().get("message").asString();
    }
}
