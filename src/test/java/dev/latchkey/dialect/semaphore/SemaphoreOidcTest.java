package dev.latchkey.dialect.semaphore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The OIDC pair, with the provider's part played by the test. */
class SemaphoreOidcTest {
    private static final String BEGIN = "/auth/oidc/latchkey/login";
    private static final String BACK = "/auth/oidc/latchkey/redirect";
    private static final MovableClock CLOCK = new MovableClock(Instant.now());

    private static TestServer server;
    private static Given given;
    private static Http api;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(), CLOCK);
        given = new Given(server);
        api = Http.at(server.url("/semaphore/api"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_browser_is_sent_to_the_provider_with_pkce_state_and_nonce() {
        var answer = api.get(BEGIN);

        var redirect = Redirect.of(answer, 302);
        assertThat(redirect.target()).isEqualTo(server.url("/oidc/authorize").toString());
        assertThat(redirect.query("response_type")).isEqualTo("code");
        assertThat(redirect.query("client_id")).isEqualTo("semaphore");
        assertThat(redirect.query("scope")).isEqualTo("openid profile email");
        assertThat(redirect.query("code_challenge_method")).isEqualTo("S256");
        assertThat(redirect.query("code_challenge")).hasSize(43);
        assertThat(redirect.query("state")).hasSize(43);
        assertThat(redirect.query("nonce")).hasSize(43);
        assertThat(redirect.query("redirect_uri"))
                .isEqualTo(server.url("/semaphore/api" + BACK).toString());
        assertThat(redirect.cookie()).endsWith("; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax");
    }

    @Test
    void an_unknown_provider_leads_to_the_sign_in_page() {
        for (var id : new String[] {"mysso", "x%2Fy", "%20", "..%2F..", "LATCHKEY"}) {
            assertSignInPage(api.get("/auth/oidc/" + id + "/login"));
            assertSignInPage(api.get("/auth/oidc/" + id + "/redirect?code=x&state=y"));
        }
    }

    @Test
    void the_way_back_gives_the_cookie_and_our_root() {
        var user = given.somebody();
        var begun = begin(BEGIN);

        var answer = comeBack(begun, user);

        var redirect = Redirect.of(answer, 302);
        assertThat(redirect.target()).isEqualTo(server.url("/").toString());
        assertThat(signedIn(answer).get("/user/tokens").status()).isEqualTo(200);
    }

    @Test
    void somebody_without_an_organization_is_let_in() {
        var loner = server.loneUser("loner@example.com");

        assertThat(signedIn(comeBack(begin(BEGIN), loner)).get("/user/tokens").status())
                .isEqualTo(200);
    }

    @Test
    void the_path_that_was_asked_for_is_where_it_ends() {
        var begun = begin(BEGIN + "?redirect=%2Fproject%2F1%3Fa%3Db");

        var answer = comeBack(begun, given.somebody());

        assertThat(answer.header("Location")).isEqualTo(server.url("/project/1?a=b").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "@evil.example",
                ".evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/x\r\nSet-Cookie: a=b",
                "/ /evil.example",
                "/\u2215evil.example",
                "/#//evil.example",
                "",
            })
    void what_is_no_local_path_is_ignored(String target) {
        var begun = begin(BEGIN + "?redirect=" + URLEncoder.encode(target, StandardCharsets.UTF_8));

        var answer = comeBack(begun, given.somebody());

        assertThat(answer.header("Location")).isEqualTo(server.url("/").toString());
    }

    @Test
    void a_way_back_that_was_walked_already_leads_to_the_sign_in_page() {
        var user = given.somebody();
        var begun = begin(BEGIN);
        var code = code(begun, user);
        assertThat(comeBack(begun, code).header("Location")).isEqualTo(server.url("/").toString());

        assertSignInPage(comeBack(begun, code));
        assertSignInPage(comeBack(begun, code(begun, user)));
    }

    @Test
    void many_at_once_come_back_once() {
        var begun = begin(BEGIN);
        var code = code(begun, given.somebody());

        var cookies = Race.run(i -> comeBack(begun, code).cookie("semaphore").isPresent());

        assertThat(cookies.stream().filter(Boolean.TRUE::equals)).hasSize(1);
    }

    @Test
    void another_browser_s_way_back_leads_to_the_sign_in_page() {
        var mine = begin(BEGIN);
        var theirs = begin(BEGIN);
        var code = code(theirs, given.somebody());

        // The attacker's state and code, in the browser of somebody else.
        assertSignInPage(api.get(BACK + "?state=" + theirs.query("state") + "&code=" + code));
        assertSignInPage(
                api.with("Cookie", mine.sentCookie())
                        .get(BACK + "?state=" + theirs.query("state") + "&code=" + code));
        assertSignInPage(
                api.with("Cookie", theirs.sentCookie())
                        .get(BACK + "?state=" + mine.query("state") + "&code=" + code));
    }

    @Test
    void a_failed_way_back_leads_to_the_sign_in_page() {
        var user = given.somebody();
        var begun = begin(BEGIN);
        var withCookie = api.with("Cookie", begun.sentCookie());
        var state = "?state=" + begun.query("state");

        assertSignInPage(api.get(BACK));
        assertSignInPage(withCookie.get(BACK));
        assertSignInPage(withCookie.get(BACK + "?code=" + code(begun, user)));
        assertSignInPage(withCookie.get(BACK + "?code=%ff&state=x"));
        assertSignInPage(withCookie.get(BACK + state + "&error=access_denied"));
        var second = begin(BEGIN);
        assertSignInPage(comeBack(second, "x"));
        var third = begin(BEGIN);
        assertSignInPage(comeBack(third, code(second, user)));
    }

    @Test
    void a_way_back_that_took_too_long_leads_to_the_sign_in_page() {
        var user = given.somebody();
        var begun = begin(BEGIN);
        CLOCK.advance(Duration.ofMinutes(30));

        assertSignInPage(comeBack(begun, user));
    }

    @Test
    void somebody_disabled_is_not_let_in() {
        var user = given.somebody();
        var begun = begin(BEGIN);
        var code = code(begun, user);
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Given.origin());

        assertSignInPage(comeBack(begun, code));
    }

    @Test
    void trieve_s_way_there_does_not_end_here() {
        var begun = Redirect.of(Http.at(server.url("/trieve")).get("/api/auth"), 303);
        var code = code(begun, given.somebody());

        assertSignInPage(comeBack(begun, code));
    }

    @Test
    void without_a_database_the_way_back_leads_to_the_sign_in_page() {
        var user = given.somebody();
        var begun = begin(BEGIN);
        var code = code(begun, user);

        try (var _ = given.brokenDatabase()) {
            assertSignInPage(comeBack(begun, code));
        }

        assertThat(signedIn(comeBack(begin(BEGIN), user)).get("/user/tokens").status())
                .isEqualTo(200);
    }

    private static Redirect begin(String path) {
        return Redirect.of(api.get(path), 302);
    }

    private static String code(Redirect begun, User user) {
        return given.code(given.session(user, Carrier.COOKIE), begun.request());
    }

    private static Http.Answer comeBack(Redirect begun, User user) {
        return comeBack(begun, code(begun, user));
    }

    private static Http.Answer comeBack(Redirect begun, String code) {
        return api.with("Cookie", begun.sentCookie())
                .get(BACK + "?code=" + code + "&state=" + begun.query("state"));
    }

    private static Http signedIn(Http.Answer answer) {
        return api.with("Cookie", "semaphore=" + answer.cookie("semaphore").orElseThrow());
    }

    private static void assertSignInPage(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(server.url("/auth/login").toString());
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }
}
