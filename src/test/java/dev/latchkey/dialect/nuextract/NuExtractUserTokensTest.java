package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.dialect.Given;
import dev.latchkey.http.Reply;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The four operations on user tokens, under both their names. */
class NuExtractUserTokensTest {
    private static TestServer server;
    private static Given given;

    private User ada;
    private Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void signIn() {
        ada = given.somebody();
        api = as(ada);
    }

    private static Http as(User user) {
        return Http.at(server.url("/nuextract/v1")).bearer(given.accessToken(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/user-tokens", "/api/auth/api-keys"})
    void a_token_is_shown_whole_once(String path) {
        var created = api.post(path, Map.of("name", "Gru\u00df \ud83d\ude00"));

        assertThat(created.status()).as(created.text()).isEqualTo(200);
        var made = created.json();
        assertThat(made.get("name").asString()).isEqualTo("Gru\u00df \ud83d\ude00");
        assertThat(made.get("userId").asString()).isEqualTo(ada.id().toString());
        assertThat(Instant.parse(made.get("createdAt").asString()))
                .isBeforeOrEqualTo(Instant.now());
        assertThat(made.get("expiresAt").asString()).isEqualTo("2999-12-31T23:59:59Z");
        var whole = made.get("token").asString();
        assertThat(Http.at(server.url("/nuextract/v1")).bearer(whole).get("/api/auth/me").status())
                .isEqualTo(200);

        var listed = api.get(path).json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("id")).isEqualTo(made.get("id"));
        assertThat(listed.get(0).get("token").asString())
                .isEqualTo(whole.substring(0, 16) + "********");
    }

    @Test
    void the_newest_is_listed_first() {
        create("one");
        create("two");
        create("three");

        assertThat(api.get("/api/auth/user-tokens").json().valueStream())
                .extracting(token -> token.get("name").asString())
                .containsExactly("three", "two", "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/user-tokens/", "/api/auth/api-keys/"})
    void a_token_is_renamed(String path) {
        var id = create("old");

        var renamed = api.put(path + id, Map.of("name", "new"));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.json().get("name").asString()).isEqualTo("new");
        assertThat(renamed.json().get("token").asString()).endsWith("********");
        assertThat(api.get("/api/auth/user-tokens").json().get(0).get("name").asString())
                .isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/user-tokens/", "/api/auth/api-keys/"})
    void a_deleted_token_is_dead_at_once_and_gone(String path) {
        var made = api.post("/api/auth/user-tokens", Map.of("name", "short-lived")).json();
        var id = made.get("id").asString();
        var program = Http.at(server.url("/nuextract/v1")).bearer(made.get("token").asString());
        assertThat(program.get("/api/auth/me").status()).isEqualTo(200);

        var deleted = api.delete(path + id);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertUnauthorized(program.get("/api/auth/me"));
        assertThat(api.get("/api/auth/user-tokens").json()).isEmpty();
        assertNotFound(api.put(path + id, Map.of("name", "back")));
    }

    @Test
    void nobody_reaches_another_s_token() {
        var id = create("mine");
        var eve = as(given.somebody());

        assertNotFound(eve.put("/api/auth/user-tokens/" + id, Map.of("name", "hers")));
        assertNotFound(eve.delete("/api/auth/user-tokens/" + id));

        assertThat(eve.get("/api/auth/user-tokens").json()).isEmpty();
        assertThat(api.get("/api/auth/user-tokens").json().get(0).get("name").asString())
                .isEqualTo("mine");
    }

    @Test
    void an_unknown_id_is_not_found() {
        for (var id : new String[] {UUID.randomUUID().toString(), "x", "%2F", "1-2-3-4-5", "%20"}) {
            assertNotFound(api.put("/api/auth/user-tokens/" + id, Map.of("name", "x")));
            assertNotFound(api.delete("/api/auth/user-tokens/" + id));
        }
    }

    @Test
    void a_name_has_1_to_200_characters() {
        create("x");
        create("\ud83d\ude00".repeat(200));

        assertBadBody(api.post("/api/auth/user-tokens", Map.of("name", "")));
        assertBadBody(api.post("/api/auth/user-tokens", Map.of("name", "x".repeat(201))));
        assertBadBody(api.post("/api/auth/user-tokens", Map.of()));
        assertBadBody(api.put("/api/auth/user-tokens/" + create("y"), Map.of("name", "")));
    }

    @Test
    void a_key_can_act_in_an_organization_of_its_owner() {
        var guild = server.organization("Guild");
        server.member(guild.id(), ada, Role.MEMBER);

        var created =
                api.post(
                        "/api/auth/api-keys",
                        Map.of("name", "x", "maybeOrga", guild.id().toString()));

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().get("organization").asString()).isEqualTo(guild.id().toString());
        assertThat(api.get("/api/auth/api-keys").json().get(0).get("organization").asString())
                .isEqualTo(guild.id().toString());
        assertThat(api.get("/api/auth/user-tokens").json().get(0).has("organization")).isFalse();
    }

    @Test
    void a_key_cannot_act_in_another_s_organization() {
        var guild = server.organization("Others");

        for (var id : new String[] {guild.id().toString(), UUID.randomUUID().toString(), "x"}) {
            assertBadBody(api.post("/api/auth/api-keys", Map.of("name", "x", "maybeOrga", id)));
        }
        assertThat(api.get("/api/auth/api-keys").json()).isEmpty();
    }

    @Test
    void without_a_live_credential_nothing_is_told() {
        var nobody = Http.at(server.url("/nuextract/v1"));
        var id = create("x");

        for (var caller :
                new Http[] {
                    nobody,
                    nobody.bearer("x"),
                    nobody.bearer(given.cookie(ada)),
                    nobody.with("Authorization", given.accessToken(ada)),
                    nobody.with("Cookie", "semaphore=" + given.cookie(ada)),
                    nobody.bearer(given.accessToken(ada) + "x")
                }) {
            assertUnauthorized(caller.get("/api/auth/user-tokens"));
            assertUnauthorized(caller.post("/api/auth/user-tokens", Map.of("name", "x")));
            assertUnauthorized(caller.post("/api/auth/user-tokens", Map.of()));
            assertUnauthorized(caller.put("/api/auth/user-tokens/" + id, Map.of("name", "x")));
            assertUnauthorized(caller.delete("/api/auth/user-tokens/" + id));
        }
    }

    private String create(String name) {
        var created = api.post("/api/auth/user-tokens", Map.of("name", name));
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        return created.json().get("id").asString();
    }

    private static void assertUnauthorized(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("unauthorized");
        assertThat(answer.json().get("message").asString()).isNotEmpty();
    }

    private static void assertNotFound(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("not_found");
    }

    private static void assertBadBody(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(Reply.TEXT);
        assertThat(answer.text()).startsWith("Invalid value for: body (");
    }
}
