package dev.latchkey.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.Passkey;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Passkeys, and authenticators that lie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NEW = "/account/security/passkey";

    private final MovableClock clock = new MovableClock(Instant.now());
    private final TestServer server = TestServer.start(Map.of(), clock);

    /** Somebody with a passkey, in the browser in which they made it. */
    private record Owner(User user, Visitor browser, Authenticator key, List<String> codes) {}

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void a_passkey_signs_in_alone_and_counts_as_two_factors() {
        var ada = owner();
        assertThat(ada.codes()).hasSize(10);
        var visitor = Visitor.at(server.url());

        var in = alone(visitor, ada.key());

        assertThat(in.status()).isEqualTo(303);
        assertThat(visitor.get("/account/security").text()).contains("my key");
        assertThat(methods(ada.user())).containsOnly("pwd hwk user mfa", "hwk user mfa");
    }

    @Test
    void a_passkey_alone_asks_members_of_several_organizations_for_one() {
        var ada = owner();
        var second = server.organization("Second");
        server.member(second.id(), ada.user(), Role.MEMBER);
        var visitor = Visitor.at(server.url());

        var page = visitor.settle(alone(visitor, ada.key()));

        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(page.text()).contains("Choose an organization");
        visitor.submit(page, Map.of("organization", second.id().toString()));
        assertThat(visitor.cookie("latchkey_session")).isPresent();
    }

    @Test
    void a_synced_passkey_is_no_hardware_key() {
        var ada = somebody();
        var key = authenticator();
        key.synced = true;
        register(signedIn(ada), key);

        assertThat(alone(Visitor.at(server.url()), key).status()).isEqualTo(303);
        assertThat(methods(ada)).containsOnly("pwd swk user mfa", "swk user mfa");
    }

    @Test
    void a_password_alone_no_longer_signs_in_and_with_the_passkey_it_does() {
        var ada = owner();
        var visitor = Visitor.at(server.url());
        var asked = password(visitor, ada.user());
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(asked.header("Content-Security-Policy")).contains("script-src 'self';");

        var in = visitor.submit(asked, Map.of("response", ada.key().use(asked)));

        assertThat(in.status()).isEqualTo(303);
        assertThat(visitor.cookie("latchkey_session")).isPresent();
    }

    @Test
    void after_a_password_presence_is_enough() {
        var ada = owner();
        var visitor = Visitor.at(server.url());
        var asked = password(visitor, ada.user());
        ada.key().verifies = false;

        assertThat(visitor.submit(asked, Map.of("response", ada.key().use(asked))).status())
                .isEqualTo(303);
    }

    @Test
    void alone_it_has_to_verify_its_user() {
        var ada = owner();
        ada.key().verifies = false;

        assertThat(alone(Visitor.at(server.url()), ada.key()).status()).isEqualTo(400);
    }

    @Test
    void nobody_there_is_refused() {
        var ada = owner();
        ada.key().present = false;

        assertThat(alone(Visitor.at(server.url()), ada.key()).status()).isEqualTo(400);
    }

    @Test
    void another_origin_is_refused() {
        var ada = owner();
        for (var origin : List.of("https://evil.example", "http://localhost:1", "null", "")) {
            ada.key().origin = origin;

            assertThat(alone(Visitor.at(server.url()), ada.key()).status())
                    .as(origin)
                    .isEqualTo(400);
        }
    }

    @Test
    void another_relying_party_is_refused() {
        var ada = owner();
        ada.key().party = "evil.example";

        assertThat(alone(Visitor.at(server.url()), ada.key()).status()).isEqualTo(400);
    }

    @Test
    void an_answer_is_good_once_also_when_64_send_it() {
        var ada = owner();
        var visitor = Visitor.at(server.url());
        var page = visitor.get("/auth/passkey");
        var answer = Map.of("response", ada.key().use(page));

        var outcomes = Race.run(_ -> visitor.submit(page, answer).status());

        assertThat(outcomes).containsOnlyOnce(303);
        assertThat(visitor.submit(page, answer).status()).isEqualTo(400);
    }

    @Test
    void a_challenge_is_good_once_also_for_a_new_answer_of_a_key_without_a_counter() {
        var ada = owner();
        var visitor = Visitor.at(server.url());
        var page = visitor.get("/auth/passkey");
        ada.key().count = -1;
        var first = ada.key().use(page);
        ada.key().count = -1;
        var second = ada.key().use(page);
        zeroCounter(ada.user());

        assertThat(visitor.submit(page, Map.of("response", first)).status()).isEqualTo(303);
        assertThat(visitor.submit(page, Map.of("response", second)).status()).isEqualTo(400);
    }

    @Test
    void an_old_challenge_is_refused() {
        var ada = owner();
        var visitor = Visitor.at(server.url());
        var page = visitor.get("/auth/passkey");
        var answer = Map.of("response", ada.key().use(page));
        clock.advance(Duration.ofMinutes(11));

        assertThat(visitor.submit(page, answer).status()).isEqualTo(400);
    }

    @Test
    void a_challenge_for_one_purpose_is_good_for_no_other() {
        var ada = owner();
        var visitor = Visitor.at(server.url());
        var asked = password(visitor, ada.user());
        var fields = Visitor.hidden(visitor.get("/auth/passkey"));
        fields.put("challenge", String.valueOf(Visitor.hidden(asked).get("challenge")));
        fields.put("response", ada.key().use(asked));

        assertThat(visitor.post("/auth/passkey", fields, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void somebody_elses_passkey_proves_nothing_after_a_password() {
        var ada = owner();
        var mallory = owner();
        var visitor = Visitor.at(server.url());
        var asked = password(visitor, ada.user());
        mallory.key().handle = ada.key().handle;

        assertThat(visitor.submit(asked, Map.of("response", mallory.key().use(asked))).status())
                .isEqualTo(400);
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
    }

    @Test
    void a_passkey_that_names_another_user_is_refused() {
        var ada = owner();
        var mallory = owner();
        mallory.key().handle = ada.key().handle;
        assertThat(alone(Visitor.at(server.url()), mallory.key()).status()).isEqualTo(400);

        mallory.key().handle = new byte[0];
        assertThat(alone(Visitor.at(server.url()), mallory.key()).status()).isEqualTo(400);
    }

    @Test
    void a_counter_that_does_not_grow_is_a_copys_and_is_told() {
        var ada = owner();
        ada.key().count = 5;
        assertThat(alone(Visitor.at(server.url()), ada.key()).status()).isEqualTo(303);

        ada.key().count = 5;
        assertThat(alone(Visitor.at(server.url()), ada.key()).status()).isEqualTo(400);
        assertThat(server.app().backend().database().stores().auditLog().latest(10))
                .extracting(AuditEvent::kind)
                .contains(AuditEvent.Kind.PASSKEY_COPIED);
    }

    @Test
    void a_passkey_that_did_not_verify_its_user_is_not_added() {
        var key = authenticator();
        key.verifies = false;

        assertThat(register(signedIn(somebody()), key).status()).isEqualTo(400);
    }

    @Test
    void a_passkey_from_another_origin_or_party_is_not_added() {
        var elsewhere = authenticator();
        elsewhere.origin = "https://evil.example";
        var other = authenticator();
        other.party = "evil.example";

        assertThat(register(signedIn(somebody()), elsewhere).status()).isEqualTo(400);
        assertThat(register(signedIn(somebody()), other).status()).isEqualTo(400);
    }

    @Test
    void a_passkey_belongs_to_one_account() {
        var ada = owner();

        assertThat(register(signedIn(somebody()), ada.key()).status()).isEqualTo(409);
    }

    @Test
    void nonsense_is_refused() {
        var visitor = Visitor.at(server.url());
        for (var nonsense :
                List.of(
                        "",
                        "{}",
                        "[]",
                        "null",
                        "{\"rawId\":1}",
                        "x".repeat(9_000),
                        "{\"id\":\"AA\"}")) {
            var page = visitor.get("/auth/passkey");
            assertThat(visitor.submit(page, Map.of("response", nonsense)).status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
    }

    @Test
    void the_last_passkey_of_who_has_no_password_stays() {
        var ada = owner();
        withoutPassword(ada.user());

        assertThat(remove(ada).status()).isEqualTo(409);
        assertThat(passkeys(ada.user())).hasSize(1);
    }

    @Test
    void of_64_who_remove_the_last_two_one_leaves_one() {
        var ada = owner();
        register(ada.browser(), authenticator());
        withoutPassword(ada.user());
        var ids = passkeys(ada.user()).stream().map(key -> key.id().toString()).toList();
        var fields = Visitor.hidden(ada.browser().get("/account/security"));

        Race.run(i ->
                ada.browser()
                        .post(
                                NEW + "/remove",
                                Map.of(
                                        "csrf",
                                        String.valueOf(fields.get("csrf")),
                                        "id",
                                        ids.get(i % 2)),
                                Map.of())
                        .status());

        assertThat(passkeys(ada.user())).hasSize(1);
    }

    @Test
    void a_passkey_is_renamed_and_removed_by_its_owner_only() {
        var ada = owner();
        var mallory = owner();
        var id = passkeys(ada.user()).getFirst().id().toString();
        var csrf = Visitor.hidden(mallory.browser().get("/account/security")).get("csrf");
        var fields = Map.of("csrf", String.valueOf(csrf), "id", id, "name", "mine now");

        assertThat(mallory.browser().post(NEW + "/rename", fields, Map.of()).status())
                .isEqualTo(404);
        assertThat(mallory.browser().post(NEW + "/remove", fields, Map.of()).status())
                .isEqualTo(404);
        assertThat(passkeys(ada.user()).getFirst().name()).isEqualTo("my key");

        assertThat(remove(ada).header("Location")).endsWith("?done=passkeyRemoved");
        assertThat(alone(Visitor.at(server.url()), ada.key()).status()).isEqualTo(400);
        server.outbox().find(ada.user().email().text(), "(passkey \"my key\" was removed)");
    }

    private Answer remove(Owner owner) {
        var fields = Visitor.hidden(owner.browser().get("/account/security"));
        fields.put("id", passkeys(owner.user()).getFirst().id().toString());
        return owner.browser().post(NEW + "/remove", fields, Map.of());
    }

    private Answer alone(Visitor visitor, Authenticator key) {
        var page = visitor.get("/auth/passkey");
        return visitor.submit(page, Map.of("response", key.use(page)));
    }

    private Answer password(Visitor visitor, User user) {
        return visitor.settle(
                visitor.signIn(
                        visitor.get("/auth/login"), user.email().text(), TestServer.PASSWORD));
    }

    private Owner owner() {
        var user = somebody();
        var key = authenticator();
        var browser = signedIn(user);
        var done = register(browser, key);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return new Owner(user, browser, key, Enrolled.codes(done));
    }

    private Answer register(Visitor browser, Authenticator key) {
        var page = browser.get(NEW);
        return browser.submit(page, Map.of("name", "my key", "response", key.register(page)));
    }

    private Visitor signedIn(User user) {
        var visitor = Visitor.at(server.url());
        visitor.signIn(visitor.get("/auth/login"), user.email().text(), TestServer.PASSWORD);
        assertThat(visitor.cookie("latchkey_session")).isPresent();
        return visitor;
    }

    private Authenticator authenticator() {
        return new Authenticator(server.url().toString());
    }

    private User somebody() {
        return server.user("passkey" + COUNT.incrementAndGet() + "@example.com");
    }

    private List<Passkey> passkeys(User user) {
        return server.core().factors.gate.factorsOf(user.id()).passkeys();
    }

    private List<String> methods(User user) {
        return server
                .app()
                .backend()
                .database()
                .stores()
                .sessions()
                .liveOf(user.id(), clock.instant())
                .stream()
                .map(session -> session.method())
                .toList();
    }

    private void withoutPassword(User user) {
        sql("UPDATE users SET password_hash = NULL WHERE number = " + user.number());
    }

    private void zeroCounter(User user) {
        sql(
                "UPDATE passkeys SET sign_count = 0 WHERE user_id ="
                        + " (SELECT id FROM users WHERE number = "
                        + user.number()
                        + ")");
    }

    private void sql(String text) {
        try (var db =
                        java.sql.DriverManager.getConnection(
                                "jdbc:sqlite:" + server.folder().resolve("data/latchkey.db"));
                var statement = db.createStatement()) {
            statement.executeUpdate(text);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
