package dev.latchkey.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AivoTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private TestServer server;
    private Http aivo;

    @BeforeAll
    void open() {
        server = TestServer.start();
        aivo = Http.at(server.url("/aivo/auth/v1"));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void signing_in_gives_tokens_that_work() {
        var user = somebody();

        var answer = login(user);

        assertThat(answer.status()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.get("expiresIn").asInt()).isBetween(1, 900);
        assertUser(json.get("user"), user, "learner");
        var me = aivo.bearer(accessToken(answer)).get("/me");
        assertThat(me.status()).isEqualTo(200);
        assertUser(me.json(), user, "learner");
    }

    @Test
    void a_wrong_password_and_an_unknown_email_get_the_same_answer() {
        var wrong = login(somebody().email().text(), "not the password");
        var unknown = login("nobody@example.com", "not the password");

        assertError(wrong, 401, "invalid_credentials");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void who_is_disabled_unverified_or_without_tenant_is_refused() {
        var disabled = somebody();
        server.core().changeStatus.run(disabled.id(), User.Status.DISABLED, null, origin());
        var lonely = server.loneUser("lonely@example.com");
        var unproven = server.core().createUser.run(new CreateUser.Command(
                "unproven@example.com", null, TestServer.PASSWORD, "", "", false, false, null, origin()));

        assertError(login(disabled), 401, "account_not_active");
        assertError(login(lonely), 401, "no_tenant");
        assertError(login(unproven), 401, "email_not_verified");
    }

    @Test
    void every_bad_field_is_named() {
        var answer = aivo.post("/login", Map.of("email", "no address", "password", "short"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("error").isString()).isTrue();
        assertThat(answer.json().get("message").isString()).isTrue();
        assertThat(answer.json().get("validationErrors").valueStream().map(e -> e.get("field").asString()).toList())
                .containsExactlyInAnyOrder("email", "password");
    }

    @Test
    void roles_are_translated() {
        var org = server.organization("School");
        var expected = Map.of("owner", "tenant_admin", "admin", "tenant_admin", "instructor", "instructor", "guest", "learner");
        expected.forEach((role, told) -> {
            var user = server.loneUser("role" + PEOPLE.incrementAndGet() + "@example.com");
            server.member(org.id(), user, Role.parse(role).orElseThrow());
            var answer = login(user);
            assertThat(answer.json().get("user").get("role").asString()).as(role).isEqualTo(told);
            assertThat(answer.json().get("user").get("tenantId").asString()).isEqualTo(org.id().toString());
        });
    }

    @Test
    void logging_out_ends_the_session_everywhere() {
        var answer = login(somebody());
        var access = accessToken(answer);

        assertThat(aivo.bearer(access).post("/logout").status()).isEqualTo(204);

        assertThat(aivo.bearer(access).get("/me").status()).isEqualTo(401);
        assertThat(Http.at(server.url()).with("Authorization", access).get("/trieve/api/auth/me").status())
                .isEqualTo(400);
        assertThat(refresh(refreshToken(answer)).status()).isEqualTo(401);
    }

    @Test
    void logging_out_takes_a_live_token() {
        var access = accessToken(login(somebody()));
        aivo.bearer(access).post("/logout");

        assertError(aivo.post("/logout"), 401, "unauthorized");
        assertError(aivo.bearer(access).post("/logout"), 401, "unauthorized");
        assertError(aivo.bearer("nonsense").post("/logout"), 401, "unauthorized");
    }

    @Test
    void a_refresh_gives_a_new_pair_without_any_bearer_token() {
        var first = login(somebody());

        var second = refresh(refreshToken(first));
        var beside = aivo.bearer("of somebody else").post("/refresh", Map.of("refreshToken", refreshToken(second)));

        assertThat(second.status()).isEqualTo(200);
        assertThat(refreshToken(second)).isNotEqualTo(refreshToken(first));
        assertThat(accessToken(second)).isNotEqualTo(accessToken(first));
        assertThat(beside.status()).isEqualTo(200);
    }

    @Test
    void what_is_no_live_refresh_token_is_refused() {
        var answer = login(somebody());
        aivo.bearer(accessToken(answer)).post("/logout");

        for (var token : List.of(refreshToken(answer), "nonsense", accessToken(answer), "lkr_" + "a".repeat(58))) {
            assertError(refresh(token), 401, "invalid_refresh_token");
        }
    }

    @Test
    void of_64_who_refresh_at_once_all_get_the_one_successor() {
        var token = refreshToken(login(somebody()));

        var answers = Race.run(i -> refresh(token));

        assertThat(answers.stream().map(a -> refreshToken((Answer) a)).distinct()).hasSize(1);
    }

    private User somebody() {
        return server.user("aivo" + PEOPLE.incrementAndGet() + "@example.com");
    }

    private Answer login(User user) {
        return login(user.email().text(), TestServer.PASSWORD);
    }

    private Answer login(String email, String password) {
        return aivo.post("/login", Map.of("email", email, "password", password));
    }

    private Answer refresh(String token) {
        return aivo.post("/refresh", Map.of("refreshToken", token));
    }

    private static String accessToken(Answer answer) {
        return answer.json().get("accessToken").asString();
    }

    private static String refreshToken(Answer answer) {
        return answer.json().get("refreshToken").asString();
    }

    private static void assertUser(JsonNode json, User user, String role) {
        assertThat(UUID.fromString(json.get("id").asString())).isEqualTo(user.id().value());
        assertThat(json.get("email").asString()).isEqualTo(user.email().text());
        assertThat(json.get("firstName").asString()).isEqualTo("Ada");
        assertThat(json.get("lastName").asString()).isEqualTo("Lovelace");
        assertThat(json.get("role").asString()).isEqualTo(role);
        assertThat(json.get("status").asString()).isEqualTo("active");
        assertThat(UUID.fromString(json.get("tenantId").asString())).isNotNull();
        assertThat(OffsetDateTime.parse(json.get("createdAt").asString())).isNotNull();
        assertThat(OffsetDateTime.parse(json.get("updatedAt").asString())).isNotNull();
    }

    private static void assertError(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("error").asString()).isEqualTo(code);
        assertThat(answer.json().get("message").asString()).isNotEmpty();
    }

    private static Origin origin() {
        return Origin.local("test");
    }
}
