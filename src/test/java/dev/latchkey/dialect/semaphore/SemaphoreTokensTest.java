package dev.latchkey.dialect.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.token.CreateApiToken;
import dev.latchkey.dialect.Given;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code user_tokens_get}, {@code user_tokens_post}, {@code user_tokens_api_token_id_delete}. */
class SemaphoreTokensTest {
    private static final MovableClock CLOCK = new MovableClock(Instant.now());

    private static TestServer server;
    private static Given given;
    private static Http nobody;

    private User ada;
    private Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(), CLOCK);
        given = new Given(server);
        nobody = Http.at(server.url("/semaphore/api"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void signIn() {
        ada = given.somebody();
        api = nobody.with("Cookie", "semaphore=" + given.cookie(ada));
    }

    @Test
    void a_new_token_is_shown_whole_and_works() {
        var created = api.post("/user/tokens");

        assertThat(created.status()).isEqualTo(201);
        var token = created.json();
        assertThat(token.propertyNames())
                .containsExactlyInAnyOrder("id", "created", "expired", "user_id");
        assertThat(token.get("created").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(token.get("expired").isBoolean()).isTrue();
        assertThat(token.get("expired").asBoolean()).isFalse();
        assertThat(token.get("user_id").isIntegralNumber()).isTrue();
        assertThat(token.get("user_id").asLong()).isEqualTo(ada.number()).isPositive();
        assertThat(token.get("id").asString()).isLowerCase();
        assertThat(nobody.bearer(token.get("id").asString()).get("/user/tokens").status())
                .isEqualTo(200);
    }

    @Test
    void the_list_shows_the_first_characters_and_follows_every_change() {
        var whole = create();

        assertThat(list()).containsExactly(whole.substring(0, 16) + " false");
        var second = create();
        assertThat(list())
                .containsExactly(
                        second.substring(0, 16) + " false", whole.substring(0, 16) + " false");
        api.delete("/user/tokens/" + second);
        assertThat(list())
                .containsExactly(
                        second.substring(0, 16) + " true", whole.substring(0, 16) + " false");
    }

    @Test
    void a_token_expires_in_the_list_when_its_time_comes() {
        var created =
                server.core()
                        .createApiToken
                        .run(
                                new CreateApiToken.Command(
                                        ada.id(), "x", null, Duration.ofHours(1), Given.origin()));
        assertThat(list()).containsExactly(created.token().shown() + " false");

        CLOCK.advance(Duration.ofHours(1));

        assertThat(list()).containsExactly(created.token().shown() + " true");
    }

    @Test
    void an_expired_token_is_refused_at_once_and_stays_listed() {
        for (UnaryOperator<String> named : names()) {
            var whole = create();
            var program = nobody.bearer(whole);
            assertThat(program.get("/user/tokens").status()).isEqualTo(200);

            var deleted = api.delete("/user/tokens/" + named.apply(whole));

            assertThat(deleted.status()).isEqualTo(204);
            assertThat(deleted.text()).isEmpty();
            assertUnauthorized(program.get("/user/tokens"));
            assertThat(list()).contains(whole.substring(0, 16) + " true");
            assertThat(api.delete("/user/tokens/" + named.apply(whole)).status()).isEqualTo(204);
        }
    }

    private static List<UnaryOperator<String>> names() {
        return List.of(
                whole -> whole,
                whole -> whole.substring(0, 16),
                whole -> whole.replace("_", "%5F"),
                whole -> whole + "/");
    }

    @Test
    void a_token_can_end_itself() {
        var whole = create();

        assertThat(nobody.bearer(whole).delete("/user/tokens/" + whole).status()).isEqualTo(204);

        assertUnauthorized(nobody.bearer(whole).get("/user/tokens"));
    }

    @Test
    void what_is_not_the_caller_s_is_not_found() {
        var others = given.apiToken(given.somebody());
        var prefix = create().substring(0, 15);

        for (var id :
                new String[] {
                    others,
                    others.substring(0, 16),
                    prefix,
                    "kwofd61g93-yuqvex8efmhjkgnbxlo8mp1tin6spyhu%3D",
                    "kwofd61g93-yuqvex8efmhjkgnbxlo8mp1tin6spyhu=",
                    "%2F",
                    "%25",
                    "x".repeat(4000)
                }) {
            var answer = api.delete("/user/tokens/" + id);
            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(answer.json().get("error").asString()).isNotEmpty();
        }
        assertThat(nobody.bearer(others).get("/user/tokens").status()).isEqualTo(200);
    }

    @Test
    void a_bearer_token_decides_alone_and_any_other_scheme_is_ignored() {
        var token = given.apiToken(ada);

        assertThat(api.bearer("x").get("/user/tokens").status()).isEqualTo(401);
        assertThat(api.with("Authorization", "bearer").get("/user/tokens").status()).isEqualTo(401);
        assertThat(api.with("Authorization", "Basic eDp5").get("/user/tokens").status())
                .isEqualTo(200);
        assertThat(api.with("Authorization", "bearerx").get("/user/tokens").status())
                .isEqualTo(200);
        assertThat(api.with("Authorization", token).get("/user/tokens").status()).isEqualTo(200);
        for (var scheme : new String[] {"bearer ", "Bearer ", "BEARER "}) {
            assertThat(nobody.with("Authorization", scheme + token).get("/user/tokens").status())
                    .isEqualTo(200);
        }
        assertThat(nobody.with("Authorization", token).get("/user/tokens").status()).isEqualTo(401);
    }

    @Test
    void without_a_valid_credential_the_body_is_empty() {
        var cookie = given.cookie(ada);
        var token = given.apiToken(ada);

        for (var caller :
                new Http[] {
                    nobody,
                    nobody.bearer("x"),
                    nobody.bearer(cookie),
                    nobody.with("Cookie", "semaphore=" + token),
                    nobody.with("Cookie", "semaphore=x"),
                    nobody.with("Cookie", "trieve_session=" + cookie)
                }) {
            assertUnauthorized(caller.get("/user/tokens"));
            assertUnauthorized(caller.post("/user/tokens"));
            assertUnauthorized(caller.delete("/user/tokens/" + token));
        }
        assertThat(nobody.bearer(token).get("/user/tokens").status()).isEqualTo(200);
    }

    @Test
    void a_page_of_another_site_makes_and_ends_no_token() {
        var whole = create();
        var lured = api.with("Origin", "https://evil.example");

        assertThat(lured.post("/user/tokens").status()).isEqualTo(403);
        assertThat(lured.delete("/user/tokens/" + whole).status()).isEqualTo(403);

        assertThat(list()).containsExactly(whole.substring(0, 16) + " false");
        assertThat(
                        nobody.bearer(whole)
                                .with("Origin", "https://x.example")
                                .post("/user/tokens")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void many_at_once_make_as_many_tokens_and_each_list_is_whole() {
        var answers = Race.run(i -> api.post("/user/tokens").status());

        assertThat(answers).containsOnly(201);
        assertThat(list()).hasSize(Race.RUNNERS);
    }

    private String create() {
        return api.post("/user/tokens").json().get("id").asString();
    }

    private List<String> list() {
        return api.get("/user/tokens")
                .json()
                .valueStream()
                .map(token -> token.get("id").asString() + " " + token.get("expired").asBoolean())
                .toList();
    }

    private static void assertUnauthorized(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEmpty();
    }
}
