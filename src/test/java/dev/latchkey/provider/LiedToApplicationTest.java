package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.Email;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider;
import dev.latchkey.testkit.LyingProvider.Person;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An application asks NuExtract's API where to sign in, and the browser picks a provider that lies:
 * the application gets no code, and its user is not lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiedToApplicationTest {
    private static final String APP = "http://localhost:5173/done";
    private static final Person LIAR = new Person("liar", "liar@example.org", true, "Liar");

    private LyingProvider provider;
    private TestServer server;

    @BeforeAll
    void start() {
        provider = LyingProvider.start();
        Map<String, String> settings = new HashMap<>(provider.settings(Lie.values()));
        settings.put("LATCHKEY_PROVIDERS_DOWN_ISSUER", "http://127.0.0.1:1");
        settings.put("LATCHKEY_PROVIDERS_DOWN_CLIENT_ID", "x");
        server = TestServer.start(settings);
        server.user("local@example.org");
        provider.signsIn(LIAR);
    }

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "BAD_SIGNATURE",
                "UNKNOWN_KEY",
                "WRONG_NONCE",
                "WRONG_AUDIENCE",
                "ALGORITHM_NONE",
                "HMAC_WITH_PUBLIC_KEY",
                "MIXED_UP_ISSUER",
                "CODE_USED_BEFORE",
                "EXPIRED",
                "NO_ANSWER",
                "ENDLESS_ANSWER",
                "FAILS"
            })
    void a_lie_ends_on_our_page_and_creates_nothing(Lie lie) {
        refused(lie.id(), lie.reason());
    }

    @Test
    void a_provider_that_is_down_ends_on_our_page_and_creates_nothing() {
        refused("down", "cannot be reached");
    }

    @Test
    void a_code_that_was_redeemed_in_another_browser_is_refused() {
        provider.signsIn(new Person("honest", "honest@example.org", true, "Honest"));
        var first = Visitor.at(server.url());
        var back = there(first, "none");
        provider.signsIn(LIAR);
        first.get(back);
        var second = Visitor.at(server.url());
        var stolen = there(second, "none").replaceFirst("code=[^&]*", "code=" + code(back));
        var page = new Answer[1];

        var log = ServerLog.of(() -> page[0] = second.get(stolen));

        assertThat(page[0].text()).contains("Try again");
        assertThat(log).contains("it did not take the code: invalid_grant");
        assertThat(second.cookie("latchkey_session")).isEmpty();
    }

    @Test
    void another_way_in_still_leads_to_the_application() {
        var visitor = Visitor.at(server.url());
        var page = signIn(visitor, Lie.WRONG_NONCE.id());
        var otherwise = link(page.text(), "/auth/login");

        var form = visitor.get(otherwise);
        var end = visitor.settle(visitor.signIn(form, "local@example.org", TestServer.PASSWORD));

        assertThat(end.header("Location")).startsWith(APP + "?").contains("code=");
        assertThat(redeem(code(String.valueOf(end.header("Location")))).status()).isEqualTo(200);
    }

    private void refused(String id, String reason) {
        var visitor = Visitor.at(server.url());
        var page = new Answer[1];

        var log = ServerLog.of(() -> page[0] = signIn(visitor, id));

        assertThat(page[0].status()).isEqualTo(502);
        assertThat(page[0].header("Location")).isNull();
        assertThat(page[0].text())
                .contains("Signing in with " + id + " did not work")
                .contains("href=\"/auth/provider/" + id + "?step=")
                .contains("Try again")
                .contains("href=\"/auth/login?step=")
                .contains("Sign in another way");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(isKnown(LIAR)).isFalse();
        assertThat(log)
                .contains("request " + page[0].header("X-Request-Id"))
                .contains("signing in at " + id + " failed")
                .contains(reason);
    }

    private boolean isKnown(Person who) {
        var email = Email.parse(String.valueOf(who.email())).orElseThrow();
        var accounts = server.app().backend().database().stores().accounts();
        return accounts.findByEmail(email).isPresent();
    }

    /** From the application to our page, from there to the provider, and wherever that ends. */
    private Answer signIn(Visitor visitor, String id) {
        var last = visitor.get(button(visitor, id));
        return last.header("Location") == null ? last : visitor.get(ours(visitor, last));
    }

    /** The same as far as the address to which the provider sends the browser. */
    private String there(Visitor visitor, String id) {
        return ours(visitor, visitor.get(button(visitor, id)));
    }

    private String button(Visitor visitor, String id) {
        var start =
                Http.at(server.url("/nuextract/v1"))
                        .get("/api/auth?redirectUri=" + Visitor.encode(APP))
                        .text();
        return link(visitor.open(start).text(), "/auth/provider/" + id);
    }

    private static String ours(Visitor visitor, Answer toProvider) {
        var there = String.valueOf(toProvider.header("Location"));
        return String.valueOf(visitor.get(there).header("Location"));
    }

    private static String link(String page, String path) {
        var link = Pattern.compile("href=\"(" + path + "[?][^\"]*)\"").matcher(page);
        assertThat(link.find()).as(path + " in " + page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static String code(String address) {
        return address.replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    private Answer redeem(String code) {
        return Http.at(server.url("/nuextract/v1"))
                .post("/api/auth/token", Map.of("code", code, "redirectUri", APP));
    }
}
