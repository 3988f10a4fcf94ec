package dev.latchkey.dialect.nuextract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.dialect.Given;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who the caller is, and their leaving. */
class NuExtractAccountTest {
    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        given = new Given(server);
        api = Http.at(server.url("/nuextract/v1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void me_tells_the_email_and_what_released_clients_want() {
        var user = given.somebody();
        var caller = api.bearer(given.accessToken(user));

        var first = caller.get("/api/auth/me");
        var again = caller.get("/api/auth/me");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().get("email").asString()).isEqualTo(user.email().text());
        assertThat(first.json().get("isAdmin").asBoolean()).isFalse();
        assertThat(first.json().get("organizations").get(0).get("name").asString())
                .isEqualTo("Default");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void me_tells_of_a_new_organization_at_once() {
        var user = given.somebody();
        var caller = api.bearer(given.apiToken(user));
        caller.get("/api/auth/me");

        server.member(server.organization("Guild of me").id(), user, Role.MEMBER);

        assertThat(caller.get("/api/auth/me").json().get("organizations")).hasSize(2);
    }

    @Test
    void the_scheme_is_known_in_any_case() {
        var token = given.apiToken(given.somebody());

        assertThat(api.with("Authorization", "bearer " + token).get("/api/auth/me").status())
                .isEqualTo(200);
        assertThat(api.with("Authorization", "BEARER   " + token).get("/api/auth/me").status())
                .isEqualTo(200);
    }

    @Test
    void two_credentials_in_one_request_are_refused() {
        var user = given.somebody();

        var answer =
                api.bearer(given.apiToken(user)).bearer(given.apiToken(user)).get("/api/auth/me");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void nobody_is_told_without_a_live_credential() {
        var user = given.somebody();

        assertUnauthorized(api.get("/api/auth/me"));
        assertUnauthorized(api.bearer("").get("/api/auth/me"));
        assertUnauthorized(api.bearer(given.cookie(user)).get("/api/auth/me"));
        assertUnauthorized(api.with("Authorization", given.apiToken(user)).get("/api/auth/me"));
        assertUnauthorized(api.with("Cookie", given.cookie(user)).get("/api/auth/me"));
    }

    @Test
    void logging_out_ends_the_session_everywhere() {
        var session = session(given.somebody());
        var caller = api.bearer(session.credential());
        assertThat(caller.get("/api/auth/me").status()).isEqualTo(200);

        var answer = caller.post("/api/auth/logout", refreshToken(session));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertUnauthorized(caller.get("/api/auth/me"));
        var trieve = Http.at(server.url("/trieve")).bearer(session.credential());
        assertThat(trieve.get("/api/auth/me").status()).isEqualTo(400);
    }

    @Test
    void an_own_session_can_be_ended_from_another() {
        var user = given.somebody();
        var phone = session(user);
        var desk = session(user);

        api.bearer(desk.credential()).post("/api/auth/logout", refreshToken(phone));

        assertUnauthorized(api.bearer(phone.credential()).get("/api/auth/me"));
        assertThat(api.bearer(desk.credential()).get("/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void another_s_refresh_token_ends_nothing() {
        var ada = session(given.somebody());
        var eve = session(given.somebody());

        var answer = api.bearer(eve.credential()).post("/api/auth/logout", refreshToken(ada));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(api.bearer(ada.credential()).get("/api/auth/me").status()).isEqualTo(200);
        assertThat(api.bearer(eve.credential()).get("/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void an_unknown_refresh_token_is_no_failure() {
        var caller = api.bearer(given.accessToken(given.somebody()));

        for (var text : new String[] {"", "x", "lkr_", "\0", "x".repeat(60_000)}) {
            assertThat(caller.post("/api/auth/logout", text).status()).isEqualTo(200);
        }
        assertThat(caller.get("/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_alone_signs_nobody_out() {
        var session = session(given.somebody());

        assertUnauthorized(api.post("/api/auth/logout", refreshToken(session)));

        assertThat(api.bearer(session.credential()).get("/api/auth/me").status()).isEqualTo(200);
    }

    private static Grant session(User user) {
        return given.session(user, Carrier.ACCESS_TOKEN);
    }

    private static String refreshToken(Grant grant) {
        return grant.requireRefreshToken().text();
    }

    private static void assertUnauthorized(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("code").asString()).isEqualTo("unauthorized");
    }
}
