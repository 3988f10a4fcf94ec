package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider.Person;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.util.Map;

/** Linking and unlinking on the account page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkedPageTest {
    private static final String PATH = "/account/providers";

    private Elsewhere elsewhere;

    @BeforeAll
    void start() {
        elsewhere = new Elsewhere(Map.of());
    }

    @AfterAll
    void stop() {
        elsewhere.close();
    }

    @Test
    void a_provider_is_linked_under_any_email_and_signs_in_from_then_on() {
        var ada = local();
        var there = new Person("there-" + ada.number(), "other@elsewhere.example", false, "Ada");
        var visitor = signedIn(ada);

        var answer = elsewhere.back(visitor, there, begin(visitor));

        assertThat(answer.header("Location")).endsWith(PATH + "?done=linked");
        assertThat(visitor.get(PATH + "?done=linked").text())
                .contains("It is linked")
                .contains("Unlink none")
                .doesNotContain("Link none");
        var fresh = elsewhere.visitor();
        elsewhere.signIn(fresh, there);
        assertThat(elsewhere.signedInAs(fresh)).isEqualTo(ada.email().text());
    }

    @Test
    void it_is_unlinked_again_while_there_is_a_password() {
        var ada = local();
        var there = elsewhere.somebody();
        var visitor = signedIn(ada);
        elsewhere.back(visitor, there, begin(visitor));

        var answer = visitor.settle(unlink(visitor));

        assertThat(answer.text())
                .contains("It is unlinked", "Link none")
                .doesNotContain("Unlink none");
        var fresh = elsewhere.visitor();
        elsewhere.signIn(fresh, there);
        assertThat(elsewhere.signedInAs(fresh)).isEqualTo(there.email());
    }

    @Test
    void the_last_way_in_stays() {
        var who = elsewhere.somebody();
        var visitor = elsewhere.visitor();
        elsewhere.signIn(visitor, who);

        var page = unlink(visitor);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("only way to sign in").contains("Unlink none");
    }

    @Test
    void of_many_who_unlink_two_at_once_one_way_in_stays() {
        for (var round = 0; round < 5; round++) {
            var user = withTwoIdentities();
            var unlink = elsewhere.server.core().federation.unlink;
            var linked = unlink.list(user.id());

            var outcomes =
                    Race.run(i -> {
                        var identity = linked.get(i % 2);
                        unlink.run(
                                justSignedIn(user),
                                user,
                                identity.issuer(),
                                identity.subject(),
                                Origin.local("test"));
                        return "done";
                    });

            assertThat(unlink.list(user.id())).hasSize(1);
            assertThat(outcomes)
                    .anySatisfy(outcome ->
                            assertThat(outcome)
                                    .isInstanceOfSatisfying(
                                            Refused.class,
                                            refused ->
                                                    assertThat(refused.refusal())
                                                            .isEqualTo(new Refusal.LastWayIn())));
        }
    }

    @Test
    void nobody_links_what_is_another_s() {
        var taken = elsewhere.somebody();
        elsewhere.signIn(elsewhere.visitor(), taken);
        var visitor = signedIn(local());

        var page = elsewhere.back(visitor, taken, begin(visitor));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("linked to another account");
    }

    @Test
    void linking_begins_only_with_the_token_of_one_s_own_page() {
        var mallory = signedIn(local());
        var token = mallory.get(PATH).text().replaceFirst("(?s).*csrf=([\\w-]+)\".*", "$1");
        var victim = signedIn(local());

        assertThat(victim.get(PATH + "/link/none").status()).isEqualTo(403);
        assertThat(victim.get(PATH + "/link/none?csrf=" + token).status()).isEqualTo(403);
    }

    @Test
    void who_signs_in_as_somebody_else_meanwhile_links_nothing() {
        var ada = local();
        var bob = local();
        var visitor = signedIn(ada);
        var there = begin(visitor);
        visitor.signIn(visitor.get("/auth/login"), bob.email().text(), TestServer.PASSWORD);

        var page = elsewhere.back(visitor, elsewhere.somebody(), there);

        assertThat(page.status()).isEqualTo(400);
        var unlink = elsewhere.server.core().federation.unlink;
        assertThat(unlink.list(ada.id())).isEmpty();
        assertThat(unlink.list(bob.id())).isEmpty();
    }

    @Test
    void a_step_that_links_signs_nobody_in() {
        var visitor = signedIn(local());
        var there = begin(visitor);
        visitor.submit(visitor.get("/auth/logout"), Map.of());

        var page = visitor.settle(elsewhere.back(visitor, elsewhere.somebody(), there));

        assertThat(page.text()).contains("Sign in");
        assertThat(elsewhere.signedInAs(visitor)).isEmpty();
    }

    @Test
    void who_is_not_signed_in_signs_in_first() {
        assertThat(elsewhere.visitor().get(PATH).header("Location")).contains("/auth/login?step=");
    }

    private User local() {
        return elsewhere.server.user("l" + System.nanoTime() + "@example.org");
    }

    private Visitor signedIn(User user) {
        var visitor = elsewhere.visitor();
        visitor.signIn(visitor.get("/auth/login"), user.email().text(), TestServer.PASSWORD);
        return visitor;
    }

    /** The way to the provider, from the page's own button. */
    private static Answer begin(Visitor visitor) {
        var page = visitor.get(PATH).text();
        var button =
                page.replaceFirst("(?s).*href=\"(/account/providers/link/none[^\"]*)\".*", "$1");
        return visitor.get(button.replace("&amp;", "&"));
    }

    private static Answer unlink(Visitor visitor) {
        return visitor.submit(visitor.get(PATH), Map.of());
    }

    private static Session justSignedIn(User user) {
        var now = Instant.now();
        return new Session(
                new SessionId(1),
                user.id(),
                null,
                now,
                now,
                "fed",
                now.plusSeconds(60),
                now,
                null,
                "",
                "",
                "test");
    }

    /** An account without a password. */
    private User withTwoIdentities() {
        var who = elsewhere.somebody();
        elsewhere.signIn(elsewhere.visitor(), who);
        var stores = elsewhere.server.app().backend().database().stores();
        var issuer = elsewhere.provider.issuer(Lie.NONE);
        var id = stores.identities().find(issuer, who.subject()).orElseThrow();
        stores.identities().link(issuer, who.subject() + "-2", id, Instant.now());
        return stores.accounts().find(id).orElseThrow();
    }
}
