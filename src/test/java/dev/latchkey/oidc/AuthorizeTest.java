package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.code.Pkce;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizeTest {
    private static final String ADA = "ada@example.org";
    private static final String GRACE = "grace@example.org";

    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;
    private RelyingParty party;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
        server.user(ADA);
        server.user(GRACE);
        party = new RelyingParty(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    private Answer ask(String... changes) {
        return visitor().get(party.authorize(changes));
    }

    private void assertToldToTheClient(Answer answer, String error) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(party.isBack(answer)).isTrue();
        assertThat(RelyingParty.answerOf(answer))
                .containsEntry("error", error)
                .containsEntry("state", party.state)
                .containsEntry("iss", server.url().toString())
                .doesNotContainKey("code");
    }

    private static void assertToldOnAPage(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.text()).contains("This sign-in cannot go on");
    }

    @ParameterizedTest
    @CsvSource({
        "/oidc/authorize?client_id=nobody, 'diesem Server nicht bekannt'",
        "/oidc/authorize?redirect_uri=https://evil.example&client_id=, 'nicht bekannt'",
        "/oidc/continue, 'nur am Ende einer Anmeldung'",
        "/oidc/continue?request=forged, 'Anmeldung lässt sich nicht mehr beenden'",
        "/oidc/logout?id_token_hint=forged, 'Sie sind nicht abgemeldet'",
        "/oidc/logout/continue, 'nur am Ende einer Abmeldung'",
        "/oidc/logout/done?request=forged, 'Diese Abmeldung geht nicht weiter'"
    })
    void what_goes_wrong_is_told_in_the_language_of_the_browser(String address, String told) {
        var visitor = visitor();
        visitor.get("/auth/login?ui_locales=de");

        var page = visitor.get(address);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("lang=\"de\"", "geht nicht weiter", told);
    }

    private static void assertAsksToSignIn(Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/auth/login?step=");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "response_mode, form_post, invalid_request",
        "scope, '', invalid_request",
        "scope, profile, invalid_request",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "prompt, none login, invalid_request",
        "prompt, unheard-of, invalid_request",
        "max_age, abc, invalid_request",
        "max_age, -5, invalid_request",
        "id_token_hint, nonsense, invalid_request",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://evil.example/r, request_uri_not_supported",
        "registration, {}, registration_not_supported",
    })
    void a_wrong_parameter_is_told_to_the_client(String name, String value, String error) {
        assertToldToTheClient(ask(name, value), error);
    }

    @Test
    void a_parameter_sent_twice_is_refused() {
        var twice = visitor().get(party.authorize() + "&nonce=other");

        assertToldToTheClient(twice, "invalid_request");
        var state = visitor().get(party.authorize() + "&state=other");
        assertThat(RelyingParty.answerOf(state))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "é", "\\", "\u0001", "<script>", "%", "'", "𝄞"})
    void odd_characters_anywhere_are_never_a_fault(String odd) {
        for (var name : party.question().keySet()) {
            assertThat(ask(name, odd).status()).as(name).isIn(303, 400);
        }
        for (var name :
                new String[] {
                    "prompt",
                    "max_age",
                    "display",
                    "ui_locales",
                    "claims",
                    "acr_values",
                    "login_hint",
                    "resource"
                }) {
            var answer = ask(name, odd);
            assertThat(answer.status()).as(name).isEqualTo(303);
            assertThat(answer.header("Location")).doesNotContain("\"", "\\", "<");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://localhost:5173/callback",
                "{}x",
                "{}?a=b",
                "{}#f",
                "{}/",
                "{}/../other",
                "{}%2f..",
                "//evil.example",
                "javascript:alert(1)",
                "http://localhost@evil.example/trieve/api/auth/callback",
                "\\\\evil.example",
                " ",
                ""
            })
    void an_unregistered_redirect_uri_is_told_on_a_page_and_never_followed(String uri) {
        assertToldOnAPage(ask("redirect_uri", uri.replace("{}", party.redirectUri)));
        assertToldOnAPage(
                ask(
                        "redirect_uri",
                        uri.replace("{}", party.redirectUri),
                        "request",
                        "eyJhbGciOiJub25lIn0.e30."));
    }

    @Test
    void an_unknown_client_is_told_on_a_page() {
        assertToldOnAPage(ask("client_id", "nobody"));
        assertToldOnAPage(ask("client_id", ""));
        assertToldOnAPage(visitor().get(party.authorize() + "&client_id=trieve"));
        assertToldOnAPage(
                visitor()
                        .get(
                                party.authorize()
                                        + "&redirect_uri="
                                        + Visitor.encode(party.redirectUri)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b&c=d#e?f%g+h",
                "line\r\nSet-Cookie: evil=1\r\n\r\n<html>",
                "\"'<>`{}|\\^~[]!$()*,;:@/==",
                "π → 𝄞"
            })
    void a_state_comes_back_as_it_went_and_never_leaves_its_place(String state) {
        var answer = visitor().get(party.authorize("state", state, "prompt", "none"));

        assertThat(RelyingParty.answerOf(answer))
                .containsEntry("state", state)
                .containsEntry("error", "login_required");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void a_long_state_works_and_an_endless_one_is_refused() {
        var visitor = visitor();
        var answer = party.signIn(visitor, ADA, "state", "s".repeat(2000));
        assertThat(RelyingParty.answerOf(answer))
                .containsKey("code")
                .containsEntry("state", "s".repeat(2000));

        var endless = visitor.get(party.authorize("state", "s".repeat(8000)));
        assertThat(RelyingParty.answerOf(endless)).containsEntry("error", "invalid_request");
    }

    @Test
    void unknown_parameters_and_wishes_are_ignored() {
        assertAsksToSignIn(
                ask(
                        "approval_prompt",
                        "force",
                        "display",
                        "popup",
                        "ui_locales",
                        "de-CH fr",
                        "claims_locales",
                        "en",
                        "acr_values",
                        "1 2",
                        "claims",
                        "{\"userinfo\":{\"name\":{\"essential\":true}}}",
                        "nonce",
                        ""));
    }

    @Test
    void prompt_none_without_a_session_is_refused_and_with_one_gives_a_code() {
        assertToldToTheClient(ask("prompt", "none"), "login_required");

        var visitor = visitor();
        party.signIn(visitor, ADA);
        assertThat(RelyingParty.answerOf(visitor.get(party.authorize("prompt", "none"))))
                .containsKey("code");
    }

    @Test
    void a_member_of_several_organizations_says_which_once_for_as_long_as_they_are_signed_in() {
        var several = server.user("several@example.org");
        var second = server.organization("Second");
        server.member(second.id(), several, Role.MEMBER);
        var visitor = visitor();

        var page = party.signIn(visitor, "several@example.org");
        assertThat(page.text()).contains("Choose an organization");
        assertThat(page.header("Content-Security-Policy"))
                .containsPattern("form-action 'self'[^;]* " + server.url());
        assertToldToTheClient(visitor.get(party.authorize("prompt", "none")), "login_required");
        var back = visitor.submit(page, Map.of("organization", second.id().toString()));

        assertThat(RelyingParty.answerOf(party.settle(visitor, back))).containsKey("code");
        for (var prompt : List.of("", "none")) {
            var answer = party.settle(visitor, visitor.get(party.authorize("prompt", prompt)));
            assertThat(RelyingParty.answerOf(answer)).as(prompt).containsKey("code");
        }
        clock.advance(Duration.ofSeconds(2));
        var again = party.signIn(visitor, "several@example.org", "prompt", "login");
        assertThat(RelyingParty.answerOf(again)).containsKey("code");
    }

    @Test
    void prompt_login_asks_again_and_takes_only_a_new_sign_in() {
        var visitor = visitor();
        party.signIn(visitor, ADA);
        clock.advance(Duration.ofSeconds(2));

        var asked = visitor.get(party.authorize("prompt", "login"));
        assertAsksToSignIn(asked);
        var page = visitor.settle(asked);
        assertThat(page.text()).contains("<h1>Sign in</h1>");

        // Whoever goes on without signing in again is asked again.
        var onward = onwardOf(page);
        assertAsksToSignIn(visitor.get(onward));

        clock.advance(Duration.ofSeconds(2));
        var back = party.settle(visitor, visitor.signIn(page, ADA, TestServer.PASSWORD));
        assertThat(RelyingParty.answerOf(back)).containsKey("code");
    }

    /**
     * The sealed address behind a sign-in page, as a browser gets to know it once it has signed in.
     */
    private String onwardOf(Answer page) {
        var other = visitor();
        other.get("/auth/login");
        var fields = new java.util.HashMap<>(Visitor.hidden(other.get("/auth/login")));
        fields.putAll(Map.of("email", ADA, "password", TestServer.PASSWORD));
        fields.put("step", Visitor.hidden(page).getOrDefault("step", ""));
        return String.valueOf(other.post("/auth/login", fields, Map.of()).header("Location"));
    }

    @Test
    void max_age_asks_again_when_the_sign_in_is_older() {
        var visitor = visitor();
        party.signIn(visitor, ADA);
        clock.advance(Duration.ofSeconds(10));

        assertThat(RelyingParty.answerOf(visitor.get(party.authorize("max_age", "10000"))))
                .containsKey("code");
        assertAsksToSignIn(visitor.get(party.authorize("max_age", "1")));
        assertAsksToSignIn(visitor.get(party.authorize("max_age", "0")));
        assertToldToTheClient(
                visitor.get(party.authorize("max_age", "1", "prompt", "none")), "login_required");
        assertThat(RelyingParty.answerOf(party.signIn(visitor, ADA, "max_age", "1")))
                .containsKey("code");
    }

    @Test
    void a_hint_of_somebody_else_is_refused() {
        var ada = visitor();
        var code = RelyingParty.answerOf(party.signIn(ada, ADA)).get("code");
        var hint = party.exchange(code).json().get("id_token").asString();

        assertThat(
                        RelyingParty.answerOf(
                                ada.get(party.authorize("prompt", "none", "id_token_hint", hint))))
                .containsKey("code");
        var grace = visitor();
        party.signIn(grace, GRACE);
        assertToldToTheClient(
                grace.get(party.authorize("prompt", "none", "id_token_hint", hint)),
                "login_required");
    }

    @Test
    void a_form_from_another_site_starts_a_sign_in_and_finds_a_session_that_is_there() {
        var visitor = visitor();
        var fresh =
                visitor.post(
                        "/oidc/authorize",
                        party.question(),
                        Map.of("Origin", "https://app.example"));
        assertThat(visitor.settle(fresh).text()).contains("<h1>Sign in</h1>");

        party.signIn(visitor, ADA);
        // As a cross-site form comes: without the cookie. The redirect that follows has it again.
        var form =
                Http.at(server.url())
                        .raw(
                                "POST",
                                "/oidc/authorize",
                                "application/x-www-form-urlencoded",
                                RelyingParty.encoded(party.question()).getBytes());
        assertThat(form.header("Location")).contains("/oidc/continue?request=");
        assertThat(RelyingParty.answerOf(visitor.get(String.valueOf(form.header("Location")))))
                .containsKey("code");
    }

    @Test
    void a_forged_or_stale_request_cannot_be_continued() {
        var visitor = visitor();
        party.signIn(visitor, ADA);

        assertToldOnAPage(visitor.get("/oidc/continue"));
        assertToldOnAPage(visitor.get("/oidc/continue?request=AAAA"));
        assertToldOnAPage(visitor.get("/oidc/continue?request=" + Pkce.random()));
    }

    @Test
    void a_sign_in_that_takes_longer_than_an_hour_starts_anew() {
        var visitor = visitor();
        var page = visitor.open(party.authorize());
        clock.advance(Duration.ofMinutes(61));

        var late = visitor.signIn(page, ADA, TestServer.PASSWORD);

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text()).contains("can no longer be finished");
    }

    @Test
    void the_sign_in_page_lets_its_form_end_at_the_client_and_nowhere_else() {
        var page = visitor().open(party.authorize());

        assertThat(page.header("Content-Security-Policy"))
                .endsWith("form-action 'self' http://localhost:5173 " + server.url());
    }
}
