package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.core.factor.TotpSecrets;
import dev.latchkey.testkit.Http;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Instant;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserPageTest {
    private Office office;
    private Visitor root;

    @BeforeAll
    void start() {
        office = new Office(Map.of());
        root = office.root();
    }

    @AfterAll
    void stop() {
        office.close();
    }

    private static String path(User user) {
        return "/admin/users/" + user.id();
    }

    private Answer act(User user, String what, String... more) {
        return root.post(path(user) + what, form(csrf(root.get(path(user))), more), Map.of());
    }

    private void happened(Kind kind, User subject) {
        assertThat(office.events(kind))
                .filteredOn(event -> subject.id().equals(event.subject()))
                .anySatisfy(this::isByRootFromHere);
    }

    private void isByRootFromHere(AuditEvent event) {
        assertThat(event.actor()).isNotNull().isNotEqualTo(event.subject());
        assertThat(event.origin().address()).isEqualTo("127.0.0.1");
        assertThat(event.origin().door()).isEqualTo("pages");
        assertThat(event.origin().requestId()).isNotEmpty();
    }

    private static String value(Answer page, String name) {
        return page.text().split("name=\"" + name + "\" value=\"", 2)[1].split("\"", 2)[0];
    }

    private static boolean isIn(Visitor visitor) {
        return visitor.get("/account").status() == 200;
    }

    @Test
    void a_disabled_account_is_out_at_once_and_in_again_when_it_is_enabled() {
        var bob = office.server.user("bob@example.org");
        var visitor = office.signedIn("bob@example.org");
        var token = office.server.apiToken(bob);
        assertThat(isIn(visitor)).isTrue();

        var disabled = act(bob, "/disable");

        assertThat(disabled.header("Location")).endsWith(path(bob) + "?done=userDisabled");
        assertThat(isIn(visitor)).isFalse();
        assertThat(me(token)).isEqualTo(401);
        assertThat(isIn(office.signedIn("bob@example.org"))).isFalse();
        assertThat(root.settle(disabled).text()).contains("Disabled", "/enable");
        happened(Kind.USER_DISABLED, bob);
        happened(Kind.SESSION_REVOKED, bob);
        assertThat(act(bob, "/reset-mail").status()).isEqualTo(403);
        assertThat(act(bob, "/enable").status()).isEqualTo(303);
        assertThat(isIn(office.signedIn("bob@example.org"))).isTrue();
        happened(Kind.USER_ENABLED, bob);
    }

    private int me(String token) {
        return Http.at(office.server.url())
                .bearer(token)
                .get("/semaphore/api/user/tokens")
                .status();
    }

    @Test
    void a_session_is_ended_or_all_of_them() {
        var cy = office.server.user("cy@example.org");
        var one = office.signedIn("cy@example.org");
        var session = value(root.get(path(cy)), "session");
        var other = office.signedIn("cy@example.org");

        assertThat(act(cy, "/sessions/end", "session", session).status()).isEqualTo(303);

        assertThat(isIn(one)).isFalse();
        assertThat(isIn(other)).isTrue();
        happened(Kind.SESSION_REVOKED, cy);
        assertThat(act(cy, "/sessions/end-all").status()).isEqualTo(303);
        assertThat(isIn(other)).isFalse();
        assertThat(root.get(path(cy)).text()).contains("Signed in nowhere.");
    }

    @Test
    void a_session_or_token_of_somebody_else_is_not_ended_on_this_page() {
        var di = office.server.user("di@example.org");
        var eve = office.server.user("eve@example.org");
        var visitor = office.signedIn("di@example.org");
        office.server.apiToken(di);
        var page = root.get(path(di));
        var session = value(page, "session");
        var token = value(page, "token");

        assertThat(act(eve, "/sessions/end", "session", session).status()).isEqualTo(404);
        assertThat(act(eve, "/tokens/revoke", "token", token).status()).isEqualTo(404);

        assertThat(isIn(visitor)).isTrue();
        assertThat(root.get(path(di)).text()).contains(token);
    }

    @Test
    void a_token_is_revoked_at_once() {
        var flo = office.server.user("flo@example.org");
        var token = office.server.apiToken(flo);
        assertThat(me(token)).isEqualTo(200);

        var revoked = act(flo, "/tokens/revoke", "token", value(root.get(path(flo)), "token"));

        assertThat(revoked.status()).isEqualTo(303);
        assertThat(me(token)).isEqualTo(401);
        happened(Kind.API_TOKEN_REVOKED, flo);
    }

    @Test
    void an_identity_is_unlinked_but_not_the_last_way_in() {
        var gil = office.server.user("gil@example.org");
        var stores = office.server.app().backend().database().stores();
        stores.identities().link("https://idp.example", "gil-1", gil.id(), Instant.now());
        assertThat(root.get(path(gil)).text()).contains("https://idp.example", "gil-1");

        var unlinked =
                act(gil, "/identities/unlink", "issuer", "https://idp.example", "subject", "gil-1");

        assertThat(unlinked.status()).isEqualTo(303);
        assertThat(stores.identities().of(gil.id())).isEmpty();
        happened(Kind.IDENTITY_UNLINKED, gil);
    }

    @Test
    void a_link_to_choose_a_password_is_mailed_and_the_old_one_works_until_then() {
        var hal = office.server.user("hal@example.org");

        assertThat(act(hal, "/reset-mail").status()).isEqualTo(303);

        var token = office.server.outbox().find("hal@example.org", "reset-password\\?token=(\\S+)");
        assertThat(isIn(office.signedIn("hal@example.org"))).isTrue();
        var visitor = office.stranger();
        var page = visitor.get("/auth/reset-password?token=" + token);
        visitor.settle(visitor.submit(page, Map.of("password", "a fresh staple")));
        assertThat(isIn(office.signedIn("hal@example.org"))).isFalse();
        happened(Kind.RESET_SENT, hal);
    }

    @Test
    void factors_are_reset_and_every_session_ends() {
        var ida = office.server.user("ida@example.org");
        var stores = office.server.app().backend().database().stores();
        stores.totpSecrets()
                .insert(
                        ida.id(),
                        new TotpSecrets.Kept(new byte[] {1}, 0, Instant.now(), Instant.now()));
        assertThat(root.get(path(ida)).text()).contains("Authenticator app");

        assertThat(act(ida, "/factors/reset").status()).isEqualTo(303);

        assertThat(stores.totpSecrets().find(ida.id())).isEmpty();
        assertThat(root.get(path(ida)).text()).contains("Nothing but the password is asked for.");
        happened(Kind.FACTORS_RESET, ida);
    }

    @Test
    void an_administrator_is_made_and_unmade_from_the_next_request_on() {
        var jo = office.server.user("jo@example.org");
        var visitor = office.signedIn("jo@example.org");
        assertThat(visitor.get("/admin/users").status()).isEqualTo(403);

        assertThat(act(jo, "/administrator/make").status()).isEqualTo(303);
        assertThat(visitor.get("/admin/users").status()).isEqualTo(200);
        happened(Kind.ADMINISTRATOR_MADE, jo);
        assertThat(act(jo, "/administrator/unmake").status()).isEqualTo(303);

        assertThat(visitor.get("/admin/users").status()).isEqualTo(403);
        happened(Kind.ADMINISTRATOR_UNMADE, jo);
    }

    @Test
    void the_last_administrator_stays_and_the_page_says_why() {
        var self = root.get("/admin/users?q=root").text().split("/admin/users/(?=[0-9a-f]{8}-)")[1];
        var path = "/admin/users/" + self.substring(0, 36);
        for (var what : new String[] {"/disable", "/administrator/unmake"}) {
            var refused = root.post(path + what, form(csrf(root.get(path))), Map.of());

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("keeps at least one active administrator");
        }
        assertThat(root.get(path).status()).isEqualTo(200);
    }
}
