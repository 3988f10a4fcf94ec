package dev.latchkey.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.LyingProvider.Person;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Where newcomers from a provider belong: as with sign-up by password. */
class NewcomersTest {

    @Test
    void in_one_organization_everybody_joins_it() {
        try (var elsewhere = new Elsewhere(Map.of())) {
            var who = elsewhere.somebody();
            elsewhere.signIn(elsewhere.visitor(), who);

            assertThat(organizations(elsewhere, who)).containsExactly(Organization.DEFAULT_SLUG);
        }
    }

    @Test
    void a_verified_domain_lets_them_join_and_an_unverified_one_does_not_yet() {
        try (var elsewhere = new Elsewhere(Map.of("LATCHKEY_SIGNUP_MODE", "multi"))) {
            var engines = elsewhere.server.organization("Engines");
            elsewhere
                    .server
                    .core()
                    .letDomainJoin
                    .run(engines.id(), "example.org", null, Origin.local("test"));
            var proven = elsewhere.somebody();
            var other = elsewhere.somebody();
            var unproven = new Person(other.subject(), other.email(), false, "Per Son");

            elsewhere.signIn(elsewhere.visitor(), proven);
            elsewhere.signIn(elsewhere.visitor(), unproven);

            assertThat(organizations(elsewhere, proven)).containsExactly(engines.slug());
            assertThat(organizations(elsewhere, unproven)).isEmpty();
        }
    }

    @Test
    void trieve_s_newcomers_found_an_organization_of_their_own() {
        var settings = Map.of("LATCHKEY_SIGNUP_MODE", "multi", "LATCHKEY_SIGNIN_PROVIDER", "none");
        try (var elsewhere = new Elsewhere(settings)) {
            var who = elsewhere.somebody();
            var visitor = elsewhere.visitor();

            var answer = elsewhere.signIn(visitor, who, "/trieve/api/auth?redirect_uri=/dashboard");

            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).endsWith("/dashboard?new_user=true");
            var me =
                    Http.at(elsewhere.server.url())
                            .with(
                                    "Cookie",
                                    "trieve_session="
                                            + answer.cookie("trieve_session").orElseThrow())
                            .get("/trieve/api/auth/me");
            assertThat(me.json().get("email").asString()).isEqualTo(who.email());
            assertThat(organizations(elsewhere, who)).hasSize(1);
        }
    }

    @Test
    void where_sign_up_is_closed_only_the_invited_get_in() {
        try (var elsewhere = new Elsewhere(Map.of("LATCHKEY_SIGNUP_ENABLED", "false"))) {
            var who = elsewhere.somebody();
            var stranger = elsewhere.signIn(elsewhere.visitor(), who);
            assertThat(stranger.status()).isEqualTo(403);
            assertThat(stranger.text()).contains("by invitation only");

            var code = invite(elsewhere, who.email());
            var visitor = elsewhere.visitor();
            var page = visitor.get("/auth/signup?code=" + code).text();
            var button = page.replaceFirst("(?s).*href=\"(/auth/provider/none[^\"]*)\".*", "$1");
            elsewhere.signIn(visitor, who, button.replace("&amp;", "&"));

            assertThat(elsewhere.signedInAs(visitor)).isEqualTo(who.email());
            assertThat(organizations(elsewhere, who))
                    .singleElement()
                    .asString()
                    .startsWith("engines");
        }
    }

    @Test
    void an_invitation_for_somebody_else_creates_nothing() {
        try (var elsewhere = new Elsewhere(Map.of())) {
            var code = invite(elsewhere, "invited@example.org");
            var who = elsewhere.somebody();

            var page =
                    elsewhere.signIn(elsewhere.visitor(), who, "/auth/provider/none?code=" + code);

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.text()).contains("invitation");
            var email = Email.parse(who.email()).orElseThrow();
            var stores = elsewhere.server.app().backend().database().stores();
            assertThat(stores.accounts().findByEmail(email)).isEmpty();
        }
    }

    @Test
    void semaphore_lists_the_providers_in_their_order_and_fails_on_its_login_page() {
        var settings =
                Map.of(
                        "LATCHKEY_PROVIDERS_FAILS_ORDER", "1",
                        "LATCHKEY_PROVIDERS_NONE_COLOR", "orange",
                        "LATCHKEY_PROVIDERS_NONE_ICON", "gitlab");
        try (var elsewhere = new Elsewhere(settings)) {
            var listed = Http.at(elsewhere.server.url()).get("/semaphore/api/auth/login").json();
            var first = listed.path("oidc_providers").path(0);
            assertThat(first.path("id").asString()).isEqualTo("fails");
            assertThat(listed.path("oidc_providers").toString())
                    .contains("\"color\":\"orange\"", "\"icon\":\"gitlab\"");
            var visitor = elsewhere.visitor();

            var answer =
                    elsewhere.signIn(
                            visitor, elsewhere.somebody(), "/semaphore/api/auth/oidc/fails/login");

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/auth/login");
            assertThat(visitor.get("/auth/login").text()).contains("The other server");
            assertThat(visitor.get("/auth/login").text()).doesNotContain("The other server");
        }
    }

    private static String invite(Elsewhere elsewhere, String email) {
        var server = elsewhere.server;
        var owner = server.user("owner@example.org");
        var engines = server.organization("Engines");
        server.member(engines.id(), owner, Role.OWNER);
        server.core().invite.run(engines.id(), email, Role.MEMBER, null, Origin.local("test"));
        return server.outbox().find(email, "invitation\\?code=(\\S+)");
    }

    private static List<String> organizations(Elsewhere elsewhere, Person who) {
        var stores = elsewhere.server.app().backend().database().stores();
        var user = stores.accounts().findByEmail(Email.parse(who.email()).orElseThrow());
        return stores.members().of(user.orElseThrow().id()).stream()
                .map(membership -> membership.organization().slug())
                .toList();
    }
}
