package dev.latchkey.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogoutTest {
    private static final String ADA = "ada@example.org";

    /** Ninety characters full of punctuation. */
    private static final String STATE =
            "\"'<>`{}|\\^~[]!$()*,;:@/==&%20+#?".repeat(3).substring(0, 90);

    private TestServer server;
    private Party party;
    private Visitor visitor;
    private String hint;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.user(ADA);
        party = Party.of(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void signIn() {
        visitor = Visitor.at(server.url());
        hint = party.exchange(party.code(visitor, ADA)).json().get("id_token").asString();
    }

    private static String query(String... pairs) {
        Map<String, String> all = new LinkedHashMap<>();
        Party.change(all, pairs);
        return "/oidc/logout?" + RelyingParty.encoded(all);
    }

    private boolean isSignedIn() {
        return RelyingParty.answerOf(visitor.get(party.authorize("prompt", "none")))
                .containsKey("code");
    }

    private void assertLeadsNowhere(Answer answer) {
        var last = visitor.settle(answer);
        assertThat(last.header("Location")).isNull();
        assertThat(last.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void a_hint_of_this_session_ends_it_and_leads_back_with_the_same_state_and_nothing_else() {
        var answer =
                visitor.get(
                        query(
                                "id_token_hint",
                                hint,
                                "post_logout_redirect_uri",
                                Party.BYE,
                                "state",
                                STATE));

        assertThat(answer.header("Location")).startsWith(Party.BYE + "?state=");
        assertThat(RelyingParty.answerOf(answer)).containsOnly(Map.entry("state", STATE));
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void without_a_state_none_comes_back() {
        var answer =
                visitor.get(
                        query(
                                "id_token_hint",
                                hint,
                                "post_logout_redirect_uri",
                                Party.BYE,
                                "client_id",
                                party.id));

        assertThat(answer.header("Location")).isEqualTo(Party.BYE);
    }

    @Test
    void a_form_from_another_site_signs_out_too() {
        var form =
                Http.at(server.url())
                        .raw(
                                "POST",
                                "/oidc/logout",
                                "application/x-www-form-urlencoded",
                                RelyingParty.encoded(
                                                Map.of(
                                                        "id_token_hint",
                                                        hint,
                                                        "post_logout_redirect_uri",
                                                        Party.BYE))
                                        .getBytes(StandardCharsets.UTF_8));

        var answer = visitor.get(String.valueOf(form.header("Location")));

        assertThat(answer.header("Location")).isEqualTo(Party.BYE);
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void a_hint_alone_signs_out_and_shows_a_page() {
        assertLeadsNowhere(visitor.get(query("id_token_hint", hint)));

        assertThat(isSignedIn()).isFalse();
        assertThat(party.settle(visitor, visitor.get(party.authorize())).text())
                .contains("<h1>Sign in</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "client_id"})
    void without_a_hint_it_is_asked_first_and_ends_on_a_page(String parameter) {
        var ask = visitor.settle(visitor.get(query(parameter, party.id, "state", "s")));

        assertThat(ask.text()).contains("Sign out");
        assertThat(isSignedIn()).isTrue();
        var done = visitor.submit(ask, Map.of());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("You are signed out");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void without_a_hint_no_address_is_followed() {
        var ask =
                visitor.settle(
                        visitor.get(
                                query(
                                        "post_logout_redirect_uri",
                                        Party.BYE,
                                        "client_id",
                                        party.id)));

        var done = visitor.submit(ask, Map.of());

        assertThat(done.header("Location")).isNull();
        assertThat(done.text()).contains("You are signed out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://app.example/bye?a=b",
                "https://app.example/bye/",
                "https://app.example/callback",
                "//app.example/bye",
                "javascript:alert(1)"
            })
    void an_address_that_is_not_registered_gets_a_page_and_signs_nobody_out(String uri) {
        var answer = visitor.get(query("id_token_hint", hint, "post_logout_redirect_uri", uri));

        assertThat(answer.status()).isEqualTo(400);
        assertLeadsNowhere(answer);
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void a_hint_that_is_not_ours_gets_a_page_and_signs_nobody_out() {
        var parts = hint.split("\\.");
        var none =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        var hmac =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        for (var bad :
                new String[] {
                    none + "." + parts[1] + ".",
                    none + "." + parts[1] + "." + parts[2],
                    hmac + "." + parts[1] + "." + parts[2],
                    parts[0] + "." + parts[1] + ".AAAA",
                    "nonsense"
                }) {
            var answer =
                    visitor.get(query("id_token_hint", bad, "post_logout_redirect_uri", Party.BYE));
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertLeadsNowhere(answer);
        }
        var twice = query("id_token_hint", hint) + "&id_token_hint=" + hint;
        assertThat(visitor.get(twice).status()).isEqualTo(400);
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void another_clients_hint_does_not_lead_to_this_ones_address() {
        var other = Party.of(server);

        var answer =
                visitor.get(
                        query(
                                "id_token_hint",
                                hint,
                                "post_logout_redirect_uri",
                                Party.BYE,
                                "client_id",
                                other.id));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    void a_hint_of_another_session_asks_first_and_then_leads_back() {
        var before = hint;
        visitor.get(query("id_token_hint", hint));
        party.code(visitor, ADA);

        var ask =
                visitor.settle(
                        visitor.get(
                                query(
                                        "id_token_hint",
                                        before,
                                        "post_logout_redirect_uri",
                                        Party.BYE,
                                        "state",
                                        "x y")));

        assertThat(ask.header("Content-Security-Policy")).contains("https://app.example");
        var done = visitor.settle(visitor.submit(ask, Map.of()));
        assertThat(done.header("Location")).isEqualTo(Party.BYE + "?state=x+y");
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void who_is_signed_out_already_goes_back_at_once() {
        visitor.get(query("id_token_hint", hint));

        var again =
                visitor.get(query("id_token_hint", hint, "post_logout_redirect_uri", Party.BYE));

        assertThat(again.header("Location")).isEqualTo(Party.BYE);
    }

    @Test
    void a_forged_last_step_leads_nowhere() {
        assertThat(visitor.get("/oidc/logout/done?request=AAAA").status()).isEqualTo(400);
        assertThat(visitor.get("/oidc/logout/continue?request=AAAA").status()).isEqualTo(400);
        assertThat(visitor.get("/oidc/logout/done").status()).isEqualTo(400);
    }
}
