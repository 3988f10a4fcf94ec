package dev.latchkey.dialect.trieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.dialect.Given;
import dev.latchkey.dialect.Redirect;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code callback}, with the provider's part played by the test. */
class TrieveCallbackTest {
    private static final String BACK = "/api/auth/callback";
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private static final MovableClock CLOCK = new MovableClock(Instant.now());

    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("LATCHKEY_SIGNUP_MODE", "multi"), CLOCK);
        given = new Given(server);
        api = Http.at(server.url("/trieve"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_client_that_takes_json_gets_the_user_and_the_cookie() {
        var user = given.somebody();

        var answer = comeBack(begin(""), user);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("email").asString()).isEqualTo(user.email().text());
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("trieve_session=lks_\\w+; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax");
        assertThat(signedIn(answer).get("/api/auth/me").text()).isEqualTo(answer.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?redirect_uri=http://localhost:5173/app?x=1 | http://localhost:5173/app?x=1",
                "?redirect_uri=http://localhost:5173 | http://localhost:5173",
                "?redirect_uri=/ | /",
                "?redirect_uri=/dashboard | /dashboard",
                "'' | /"
            })
    void a_browser_is_sent_on(String query, String target) {
        var answer = comeBackAsBrowser(begin(query.strip()), given.somebody());

        assertThat(answer.status()).isEqualTo(303);
        var absolute = target.startsWith("/") ? server.url(target).toString() : target;
        assertThat(answer.header("Location")).isEqualTo(absolute);
        assertThat(signedIn(answer).get("/api/auth/me").status()).isEqualTo(200);
    }

    @Test
    void the_page_it_came_from_is_where_it_ends() {
        var begun =
                Redirect.of(
                        api.with("Referer", "http://localhost:5173/from").get("/api/auth"), 303);

        assertThat(comeBackAsBrowser(begun, given.somebody()).header("Location"))
                .isEqualTo("http://localhost:5173/from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | 200",
                "*/* | 200",
                "application/json, text/html;q=0.9 | 200",
                "text/html;q=0.5, application/json;q=0.5 | 200",
                "text/html;q=x, */*;q=0.1 | 200",
                "text/html | 303",
                "TEXT/HTML, */*;q=0.8 | 303",
                "application/json;q=0.8 , text/html ;q=0.9 | 303"
            })
    void a_browser_is_known_by_what_it_prefers(String accept, int status) {
        var begun = begin("");
        var answer =
                cookied(begun)
                        .with("Accept", accept)
                        .get(back(begun, code(begun, given.somebody())));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void somebody_without_an_organization_founds_one_and_is_new() {
        var user = server.loneUser("founder@example.com");

        var answer = comeBackAsBrowser(begin("?redirect_uri=http://localhost:5173/?a=b"), user);

        assertThat(answer.header("Location")).isEqualTo("http://localhost:5173/?a=b&new_user=true");
        var me = signedIn(answer).get("/api/auth/me").json();
        assertThat(me.get("orgs").get(0).get("name").asString()).isEqualTo("founder");
        assertThat(me.get("user_orgs").get(0).get("role").asInt()).isEqualTo(2);
        assertThat(comeBackAsBrowser(begin(""), user).header("Location"))
                .isEqualTo(server.url("/").toString());
    }

    @Test
    void in_single_mode_they_join_the_default_organization() {
        try (var single = TestServer.start(Map.of("LATCHKEY_SIGNUP_MODE", "single"))) {
            var its = new Given(single);
            var user = single.loneUser("loner@example.com");
            var http = Http.at(single.url("/trieve"));
            var begun = Redirect.of(http.get("/api/auth"), 303);
            var code = its.code(its.session(user, Carrier.COOKIE), begun.request());

            var answer = http.with("Cookie", begun.sentCookie()).get(back(begun, code));

            assertThat(answer.json().get("orgs").get(0).get("name").asString())
                    .isEqualTo("Default");
            assertThat(answer.json().get("user_orgs").get(0).get("role").asInt()).isZero();
        }
    }

    @Test
    void the_organization_that_was_asked_for_has_to_be_the_user_s_own() {
        var user = given.somebody();
        var own = server.organization("Own");
        server.member(own.id(), user, Role.ADMIN);
        var others = server.organization("Others");

        assertThat(comeBack(begin("?organization_id=" + own.id()), user).status()).isEqualTo(200);
        assertRefused(comeBack(begin("?organization_id=" + others.id()), user));
    }

    @Test
    void many_at_once_come_back_once() {
        var begun = begin("");
        var code = code(begun, given.somebody());

        var statuses = Race.run(i -> cookied(begun).get(back(begun, code)).status());

        assertThat(statuses).containsOnly(200, 400);
        assertThat(statuses.stream().filter(status -> status.equals(200))).hasSize(1);
    }

    @Test
    void a_way_back_that_was_walked_already_is_refused() {
        var user = given.somebody();
        var begun = begin("");
        var code = code(begun, user);
        assertThat(cookied(begun).get(back(begun, code)).status()).isEqualTo(200);

        assertRefused(cookied(begun).get(back(begun, code)));
        assertRefused(comeBack(begun, user));
    }

    @Test
    void another_browser_s_way_back_is_refused() {
        var mine = begin("");
        var theirs = begin("");
        var code = code(theirs, given.somebody());

        assertRefused(api.get(back(theirs, code)));
        assertRefused(cookied(mine).get(back(theirs, code)));
        assertRefused(cookied(theirs).get(back(mine, code)));
        // A cookie of the right name, but sealed for another state.
        var name = theirs.sentCookie().split("=")[0];
        var forged = name + mine.sentCookie().substring(mine.sentCookie().indexOf('='));
        assertRefused(api.with("Cookie", forged).get(back(theirs, code)));
        assertRefused(api.with("Cookie", name + "=x").get(back(theirs, code)));
    }

    @Test
    void a_failed_way_back_is_refused() {
        var user = given.somebody();
        var begun = begin("");
        var state = "state=" + begun.query("state");

        assertRefused(api.get(BACK));
        assertRefused(cookied(begun).get(BACK + "?code=" + code(begun, user)));
        assertRefused(cookied(begun).get(BACK + "?code=%ff&" + state));
        assertRefused(cookied(begun).get(BACK + "?error=access_denied&" + state));
        var second = begin("");
        assertRefused(cookied(second).get(back(second, "x")));
        var third = begin("");
        assertRefused(cookied(third).get(back(third, code(second, user))));
    }

    @Test
    void a_way_back_that_took_too_long_is_refused() {
        var user = given.somebody();
        var begun = begin("");
        CLOCK.advance(Duration.ofMinutes(30));

        assertRefused(comeBack(begun, user));
    }

    @Test
    void somebody_disabled_is_not_let_in() {
        var user = given.somebody();
        var begun = begin("");
        var code = code(begun, user);
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Given.origin());

        assertRefused(cookied(begun).get(back(begun, code)));
    }

    private static Redirect begin(String query) {
        return Redirect.of(api.get("/api/auth" + query), 303);
    }

    private static String code(Redirect begun, User user) {
        return given.code(given.session(user, Carrier.COOKIE), begun.request());
    }

    private static Http.Answer comeBack(Redirect begun, User user) {
        return cookied(begun)
                .with("Accept", "application/json")
                .get(back(begun, code(begun, user)));
    }

    private static Http.Answer comeBackAsBrowser(Redirect begun, User user) {
        return cookied(begun).with("Accept", BROWSER).get(back(begun, code(begun, user)));
    }

    private static Http cookied(Redirect begun) {
        return api.with("Cookie", begun.sentCookie());
    }

    private static String back(Redirect begun, String code) {
        return BACK + "?code=" + code + "&state=" + begun.query("state");
    }

    private static Http signedIn(Http.Answer answer) {
        return api.with(
                "Cookie", "trieve_session=" + answer.cookie("trieve_session").orElseThrow());
    }

    private static void assertRefused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("message");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }
}
