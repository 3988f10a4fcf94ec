package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.dialect.Given;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

/** {@code get_me}. */
class TrieveMeTest {
    private static final String DATETIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}";

    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
        api = Http.at(server.url("/trieve"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_user_is_told_with_organizations_and_places_in_them() {
        var user = given.somebody();
        var answer = as(given.apiToken(user)).get("/api/auth/me");

        assertThat(answer.status()).isEqualTo(200);
        var me = answer.json();
        assertThat(me.get("id").asString()).isEqualTo(user.id().toString());
        assertThat(me.get("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(me.get("email").asString()).isEqualTo(user.email().text());
        assertThat(me.get("created_at").asString()).matches(DATETIME);
        var organization = me.get("orgs").get(0);
        assertThat(organization.get("name").asString()).isEqualTo("Default");
        assertThat(organization.get("deleted").isIntegralNumber()).isTrue();
        assertThat(organization.get("created_at").asString()).matches(DATETIME);
        assertThat(organization.get("updated_at").asString()).matches(DATETIME);
        var place = me.get("user_orgs").get(0);
        assertThat(UUID.fromString(place.get("id").asString())).isNotNull();
        assertThat(place.get("user_id").asString()).isEqualTo(user.id().toString());
        assertThat(place.get("organization_id")).isEqualTo(organization.get("id"));
        assertThat(place.get("role").isIntegralNumber()).isTrue();
        assertThat(place.get("created_at").asString()).matches(DATETIME);
        assertThat(place.get("updated_at").asString()).matches(DATETIME);
    }

    @ParameterizedTest
    @CsvSource({"owner,2", "admin,1", "member,0", "instructor,0"})
    void a_role_is_a_number(String role, int number) {
        var user = server.loneUser(role + "@example.com");
        server.member(server.organization("Roles").id(), user, new Role(role));

        var me = as(given.apiToken(user)).get("/api/auth/me").json();

        assertThat(me.get("user_orgs").get(0).get("role").asInt()).isEqualTo(number);
    }

    @Test
    void somebody_without_organizations_has_empty_lists() {
        var me =
                as(given.apiToken(server.loneUser("loner@example.com"))).get("/api/auth/me").json();

        assertThat(me.get("orgs")).isEmpty();
        assertThat(me.get("user_orgs")).isEmpty();
        assertThat(me.get("orgs").isArray()).isTrue();
    }

    @Test
    void every_way_to_show_a_credential_counts() {
        var user = given.somebody();
        var token = given.apiToken(user);
        var access = given.accessToken(user);

        for (var caller :
                new Http[] {
                    as(token),
                    as("Bearer " + token),
                    as("bearer " + token),
                    as(access),
                    as("Bearer " + access),
                    api.with("x-api-key", token),
                    api.with("X-API-KEY", access),
                    browser(user),
                    browser(user).with("Authorization", "Basic eDp5"),
                }) {
            assertThat(caller.get("/api/auth/me").status()).isEqualTo(200);
            assertThat(caller.get("/api/auth/me").json().get("email").asString())
                    .isEqualTo(user.email().text());
        }
    }

    @Test
    void a_dead_token_is_not_saved_by_a_good_cookie() {
        var user = given.somebody();

        assertNotSignedIn(browser(user).with("Authorization", "x").get("/api/auth/me"));
        assertNotSignedIn(browser(user).bearer("x").get("/api/auth/me"));
        assertNotSignedIn(browser(user).with("x-api-key", "x").get("/api/auth/me"));
    }

    @Test
    void who_is_not_signed_in_gets_400() {
        var user = given.somebody();

        assertNotSignedIn(api.get("/api/auth/me"));
        assertNotSignedIn(as("x").get("/api/auth/me"));
        assertNotSignedIn(as("").get("/api/auth/me"));
        assertNotSignedIn(as(given.cookie(user)).get("/api/auth/me"));
        assertNotSignedIn(
                api.with("Cookie", "trieve_session=" + given.apiToken(user)).get("/api/auth/me"));
        assertNotSignedIn(
                api.with("Cookie", "semaphore=" + given.cookie(user)).get("/api/auth/me"));
        assertNotSignedIn(as("x".repeat(9000)).get("/api/auth/me"));
        assertNotSignedIn(
                api.with("TR-Organization", UUID.randomUUID().toString()).get("/api/auth/me"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TR-Organization", "tr-organization", "x-organization"})
    void a_named_organization_has_to_be_the_user_s_own(String header) {
        var user = given.somebody();
        var own = server.organization("Own");
        server.member(own.id(), user, Role.MEMBER);
        var others = server.organization("Others");
        var caller = as(given.apiToken(user));
        caller.get("/api/auth/me");

        assertThat(caller.with(header, own.id().toString()).get("/api/auth/me").status())
                .isEqualTo(200);
        assertThat(
                        caller.with(header, own.id().toString().toUpperCase(java.util.Locale.ROOT))
                                .get("/api/auth/me")
                                .status())
                .isEqualTo(200);
        for (var id : new String[] {others.id().toString(), UUID.randomUUID().toString()}) {
            assertRefused(caller.with(header, id).get("/api/auth/me"), 403);
        }
        for (var id : new String[] {"x", "", "1-2-3-4-5", own.id() + "x", "*"}) {
            assertRefused(caller.with(header, id).get("/api/auth/me"), 400);
        }
    }

    @Test
    void who_has_left_an_organization_is_refused_at_once() {
        var user = given.somebody();
        var guild = server.organization("Guild");
        server.member(guild.id(), user, Role.MEMBER);
        var caller = as(given.apiToken(user)).with("TR-Organization", guild.id().toString());
        assertThat(caller.get("/api/auth/me").status()).isEqualTo(200);

        server.core().changeMembers.remove(guild.id(), user.id(), null, Given.origin());

        assertRefused(caller.get("/api/auth/me"), 403);
    }

    private static Http as(String authorization) {
        return api.with("Authorization", authorization);
    }

    private static Http browser(User user) {
        return api.with("Cookie", "a=b; trieve_session=" + given.cookie(user));
    }

    private static void assertNotSignedIn(Http.Answer answer) {
        assertRefused(answer, 400);
        assertThat(answer.json().get("message").asString()).isEqualTo("You are not signed in.");
    }

    private static void assertRefused(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().propertyNames()).containsExactly("message");
    }
}
