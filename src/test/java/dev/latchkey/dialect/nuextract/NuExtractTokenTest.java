package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.dialect.Given;
import dev.latchkey.http.Reply;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code post_api_auth_token}: a code or a refresh token for tokens. */
class NuExtractTokenTest {
    private static final String APP = "http://localhost:5173/done";
    private static final MovableClock CLOCK = new MovableClock(Instant.now());

    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(), CLOCK);
        given = new Given(server);
        api = Http.at(server.url("/nuextract/v1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_code_gives_tokens_that_work() {
        var user = given.somebody();

        var answer = redeem(code(user), APP);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("expiresIn").isIntegralNumber()).isTrue();
        assertThat(answer.json().get("expiresIn").asInt()).isEqualTo(900);
        assertThat(answer.json().get("refreshExpiresIn").asLong())
                .isEqualTo(Duration.ofDays(14).toSeconds());
        assertThat(me(answer).json().get("email").asString()).isEqualTo(user.email().text());
    }

    @Test
    void a_code_works_once() {
        var code = code(given.somebody());

        assertThat(redeem(code, APP).status()).isEqualTo(200);

        assertBadBody(redeem(code, APP));
    }

    @Test
    void a_code_that_comes_back_later_ends_what_it_gave() {
        var code = code(given.somebody());
        var tokens = redeem(code, APP);
        CLOCK.advance(Duration.ofSeconds(11));

        assertBadBody(redeem(code, APP));

        assertThat(me(tokens).status()).isEqualTo(401);
        assertBadBody(refresh(refreshToken(tokens)));
    }

    @Test
    void many_at_once_with_one_code_succeed_once() {
        var code = code(given.somebody());

        var statuses = Race.run(i -> redeem(code, APP).status());

        assertThat(statuses).containsOnly(200, 400);
        assertThat(statuses.stream().filter(status -> status.equals(200))).hasSize(1);
    }

    @Test
    void a_code_for_another_redirect_uri_is_refused_and_not_used_up() {
        var code = code(given.somebody());

        assertBadBody(redeem(code, APP + "/"));
        assertBadBody(redeem(code, "http://localhost:5173"));
        assertBadBody(redeem(code, APP + "?"));

        assertThat(redeem(code, APP).status()).isEqualTo(200);
    }

    @Test
    void another_client_s_code_is_refused() {
        var session = given.session(given.somebody(), Carrier.COOKIE);

        assertBadBody(redeem(given.code(session, asking("trieve", null)), APP));
        assertBadBody(redeem(given.code(session, asking("nuextract", "c".repeat(43))), APP));
    }

    @Test
    void an_old_code_is_refused() {
        var code = code(given.somebody());
        CLOCK.advance(IssueCode.LIFETIME);

        assertBadBody(redeem(code, APP));
    }

    @Test
    void the_code_of_a_session_that_has_ended_is_refused() {
        var session = given.session(given.somebody(), Carrier.COOKIE);
        var code = given.code(session, asking("nuextract", null));
        server.core().endSession.run(session.session().id(), Given.origin());

        assertBadBody(redeem(code, APP));
    }

    @Test
    void a_refresh_token_gives_a_new_pair() {
        var first = redeem(code(given.somebody()), APP);

        var second = refresh(refreshToken(first));

        assertThat(second.status()).isEqualTo(200);
        assertThat(refreshToken(second)).isNotEqualTo(refreshToken(first));
        assertThat(me(second).status()).isEqualTo(200);
    }

    @Test
    void many_at_once_with_one_refresh_token_get_one_successor() {
        var token = refreshToken(redeem(code(given.somebody()), APP));

        var successors = Race.run(i -> refreshToken(refresh(token)));

        assertThat(successors.stream().collect(Collectors.toSet())).hasSize(1);
        assertThat(refresh((String) successors.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_is_used_again_later_ends_its_session() {
        var first = redeem(code(given.somebody()), APP);
        var second = refresh(refreshToken(first));
        CLOCK.advance(Duration.ofSeconds(11));

        assertBadBody(refresh(refreshToken(first)));

        assertThat(me(second).status()).isEqualTo(401);
        assertBadBody(refresh(refreshToken(second)));
    }

    @Test
    void what_is_no_refresh_token_is_refused() {
        var user = given.somebody();

        assertBadBody(refresh("x"));
        assertBadBody(refresh(given.accessToken(user)));
        assertBadBody(refresh(given.apiToken(user)));
        assertBadBody(refresh(given.cookie(user)));
        assertBadBody(refresh(code(user)));
    }

    @Test
    void a_refresh_token_of_another_api_is_as_good() {
        var grant = given.session(given.somebody(), Carrier.SESSION_TOKEN);

        assertThat(refresh(grant.requireRefreshToken().text()).status()).isEqualTo(200);
    }

    private static String code(User user) {
        return given.code(given.session(user, Carrier.COOKIE), asking("nuextract", null));
    }

    private static IssueCode.Request asking(String client, @Nullable String challenge) {
        return new IssueCode.Request(client, APP, "openid", "", null, challenge);
    }

    private static Http.Answer redeem(String code, String redirectUri) {
        return api.post(
                "/api/auth/token",
                Map.of(
                        "type", "ai.numind.extract.shared.TokenCodeRequest",
                        "code", code,
                        "redirectUri", redirectUri));
    }

    private static Http.Answer refresh(String token) {
        return api.post(
                "/api/auth/token",
                Map.of("type", "ai.numind.extract.shared.TokenRefreshRequest", "token", token));
    }

    private static String refreshToken(Http.Answer answer) {
        return answer.json().get("refreshToken").asString();
    }

    private static Http.Answer me(Http.Answer tokens) {
        return api.bearer(tokens.json().get("token").asString()).get("/api/auth/me");
    }

    private static void assertBadBody(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(Reply.TEXT);
        assertThat(answer.text()).startsWith("Invalid value for: body (");
    }
}
