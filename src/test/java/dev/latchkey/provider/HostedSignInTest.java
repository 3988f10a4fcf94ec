package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Lie;
import dev.latchkey.testkit.LyingProvider.Person;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.util.Map;

/** Signing in with a provider on the hosted pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostedSignInTest {
    private static final String LOGO =
            Path.of("src/main/resources/dev/latchkey/pages/key.svg").toAbsolutePath().toString();

    private Elsewhere elsewhere;

    @BeforeAll
    void start() {
        elsewhere =
                new Elsewhere(
                        Map.of(
                                "LATCHKEY_PROVIDERS_NONE_NAME", "Truth & Co",
                                "LATCHKEY_PROVIDERS_NONE_COLOR", "#336699",
                                "LATCHKEY_PROVIDERS_NONE_LOGO", LOGO,
                                "LATCHKEY_PROVIDERS_DOWN_ISSUER", "http://127.0.0.1:1",
                                "LATCHKEY_PROVIDERS_DOWN_CLIENT_ID", "x"));
    }

    @AfterAll
    void stop() {
        elsewhere.close();
    }

    @Test
    void the_sign_in_page_offers_every_provider_as_a_plain_link() {
        var page = elsewhere.visitor().get("/auth/login").text();

        assertThat(page)
                .contains("Sign in with Truth &amp; Co")
                .contains("href=\"/auth/provider/none\"")
                .contains("Sign in with down")
                .doesNotContain("<script")
                .doesNotContain("style=");
        assertThat(elsewhere.visitor().get("/auth/providers.css").text())
                .contains(".provider-none{--provider:#336699}");
    }

    @Test
    void a_providers_picture_comes_from_us_and_from_nowhere_else() {
        var page = elsewhere.visitor().get("/auth/login");
        var picture = elsewhere.visitor().get("/auth/provider-logo/none");

        assertThat(page.text()).containsOnlyOnce("<img src=\"/auth/provider-logo/none\" alt=\"\"");
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'self';");
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(elsewhere.visitor().get("/auth/provider-logo/down").status()).isEqualTo(404);
    }

    @Test
    void somebody_new_gets_an_account_with_what_the_provider_tells() {
        var who = elsewhere.somebody();
        var visitor = elsewhere.visitor();

        var answer = elsewhere.signIn(visitor, who);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(elsewhere.server.url("/").toString());
        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
        var user = account(who.email());
        assertThat(user.displayName()).isEqualTo("Per Son");
        assertThat(user.isEmailVerified()).isTrue();
    }

    @Test
    void a_member_of_several_organizations_is_asked_for_one() {
        var who = elsewhere.somebody();
        var local = elsewhere.server.user(who.email());
        var second = elsewhere.server.organization("Second");
        elsewhere.server.member(second.id(), local, Role.MEMBER);
        var visitor = elsewhere.visitor();

        var page = visitor.settle(elsewhere.signIn(visitor, who));

        assertThat(page.text()).contains("Choose an organization");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        visitor.submit(page, Map.of("organization", second.id().toString()));
        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
    }

    @Test
    void they_are_known_by_their_subject_whatever_their_email_is_now() {
        var who = elsewhere.somebody();
        elsewhere.signIn(elsewhere.visitor(), who);
        var renamed = new Person(who.subject(), "renamed@example.org", true, "Other");
        var visitor = elsewhere.visitor();

        elsewhere.signIn(visitor, renamed);

        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
    }

    @Test
    void an_email_verified_on_both_sides_leads_to_the_account_that_has_it() {
        var who = elsewhere.somebody();
        var local = elsewhere.server.user(who.email());
        var visitor = elsewhere.visitor();

        elsewhere.signIn(visitor, who);

        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(local.email().text());
        assertThat(account(who.email()).id()).isEqualTo(local.id());
    }

    @Test
    void an_email_the_provider_has_not_verified_never_leads_into_an_account() {
        var who = elsewhere.somebody();
        elsewhere.server.user(who.email());
        var unproven = new Person(who.subject(), who.email(), false, "Mallory");
        var visitor = elsewhere.visitor();

        var page = elsewhere.signIn(visitor, unproven);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Sign in with your password").contains("account page");
        assertThat(elsewhere.signedInAs(visitor)).isEmpty();
    }

    @Test
    void an_account_whose_email_is_not_verified_is_not_taken_over() {
        var who = elsewhere.somebody();
        var visitor = elsewhere.visitor();
        visitor.submit(
                visitor.get("/auth/signup"),
                Map.of("email", who.email(), "password", "correct horse"));

        var page = elsewhere.signIn(visitor, who);

        assertThat(page.status()).isEqualTo(409);
        assertThat(elsewhere.signedInAs(visitor)).isEmpty();
    }

    @Test
    void who_comes_with_an_unverified_email_proves_it_first() {
        var who = elsewhere.somebody();
        var unproven = new Person(who.subject(), who.email(), false, "Per Son");
        var visitor = elsewhere.visitor();

        var page = elsewhere.signIn(visitor, unproven);

        assertThat(page.text()).contains("Verify your email first");
        assertThat(elsewhere.signedInAs(visitor)).isEmpty();
        var token = elsewhere.server.outbox().verificationToken(who.email());
        visitor.submit(visitor.get("/auth/verify-email?token=" + token), Map.of());
        elsewhere.signIn(visitor, unproven);
        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
    }

    @Test
    void when_the_provider_verifies_it_later_that_counts_here_too() {
        var who = elsewhere.somebody();
        var unproven = new Person(who.subject(), who.email(), false, "Per Son");
        elsewhere.signIn(elsewhere.visitor(), unproven);
        var visitor = elsewhere.visitor();

        elsewhere.signIn(visitor, who);

        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
        assertThat(account(who.email()).isEmailVerified()).isTrue();
    }

    @Test
    void the_email_may_stand_in_user_info_alone() {
        elsewhere.provider.tellsEmailInIdToken(false);
        var who = elsewhere.somebody();
        var visitor = elsewhere.visitor();
        try {
            elsewhere.signIn(visitor, who);
        } finally {
            elsewhere.provider.tellsEmailInIdToken(true);
        }

        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
    }

    @Test
    void a_disabled_account_stays_out() {
        var who = elsewhere.somebody();
        elsewhere.signIn(elsewhere.visitor(), who);
        var user = account(who.email());
        var origin = Origin.local("test");
        elsewhere.server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, origin);

        var page = elsewhere.signIn(elsewhere.visitor(), who);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("disabled");
    }

    @Test
    void an_application_that_asked_gets_its_answer_in_the_end() {
        var who = elsewhere.somebody();
        var visitor = elsewhere.visitor();
        var target = "http://localhost:5173/back";
        var address =
                Http.at(elsewhere.server.url())
                        .get("/nuextract/v1/api/auth?redirectUri=" + target)
                        .text();
        var page = visitor.settle(visitor.get(address));
        var button = page.text().replaceFirst("(?s).*href=\"(/auth/provider/none[^\"]*)\".*", "$1");

        var end = visitor.settle(elsewhere.signIn(visitor, who, button.replace("&amp;", "&")));

        assertThat(end.header("Location")).startsWith(target + "?").contains("code=");
    }

    @Test
    void a_callback_works_once() {
        var visitor = elsewhere.visitor();
        var there = visitor.get("/auth/provider/none");
        elsewhere.provider.signsIn(elsewhere.somebody());
        var here = visitor.get(there.header("Location")).header("Location");
        visitor.get(here);

        var again = visitor.get(here);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("Try again");
    }

    @Test
    void a_callback_works_in_no_other_browser() {
        var mallory = elsewhere.visitor();
        var there = mallory.get("/auth/provider/none");
        elsewhere.provider.signsIn(elsewhere.somebody());
        var here = mallory.get(there.header("Location")).header("Location");
        var victim = elsewhere.visitor();

        assertThat(victim.get(here).status()).isEqualTo(400);
        assertThat(elsewhere.signedInAs(victim)).isEmpty();
    }

    @Test
    void a_step_of_one_provider_ends_at_no_other_s_callback() {
        var visitor = elsewhere.visitor();
        var there = visitor.get("/auth/provider/none");
        elsewhere.provider.signsIn(elsewhere.somebody());
        var here = visitor.get(there.header("Location")).header("Location");

        var page = visitor.get(here.replace("/auth/callback/none", "/auth/callback/unknown-key"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(elsewhere.signedInAs(visitor)).isEmpty();
    }

    @Test
    void a_provider_that_is_down_is_said_and_leaves_the_other_ways_open() {
        var page = elsewhere.visitor().get("/auth/provider/down");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.text()).contains("Signing in with down did not work").contains("Request ");
    }

    @Test
    void an_unknown_provider_leads_nowhere() {
        assertThat(elsewhere.visitor().get("/auth/provider/nobody").status()).isEqualTo(502);
        assertThat(elsewhere.visitor().get("/auth/provider/latchkey").status()).isEqualTo(502);
    }

    @Test
    void new_keys_are_fetched_once_and_unknown_ones_not_for_ever() {
        var visitor = elsewhere.visitor();
        elsewhere.signIn(visitor, elsewhere.somebody());
        elsewhere.provider.rotateKeys();
        var before = elsewhere.provider.keysFetched();

        var who = elsewhere.somebody();
        elsewhere.signIn(visitor, who);
        assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
        assertThat(elsewhere.provider.keysFetched()).isEqualTo(before + 1);

        var unknown = elsewhere.provider.keysFetched();
        for (var i = 0; i < 6; i++) {
            elsewhere.signIn(visitor, who, "/auth/provider/" + Lie.UNKNOWN_KEY.id());
        }
        assertThat(elsewhere.provider.keysFetched() - unknown).isBetween(1, 2);
    }

    @Test
    void under_another_name_of_this_machine_the_browser_is_led_to_the_right_one_first() {
        var other = elsewhere.server.url().toString().replace("localhost", "127.0.0.1");
        var visitor = Visitor.at(java.net.URI.create(other));

        var there = visitor.get("/auth/provider/none");

        assertThat(there.header("Location"))
                .startsWith(elsewhere.server.url() + "/auth/provider/none");
    }

    private User account(String email) {
        return elsewhere
                .server
                .app()
                .backend()
                .database()
                .stores()
                .accounts()
                .findByEmail(Email.parse(email).orElseThrow())
                .orElseThrow();
    }
}
