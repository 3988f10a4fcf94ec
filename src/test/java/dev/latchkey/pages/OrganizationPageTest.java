package dev.latchkey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.core.session.Credential;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.TestServer;
import dev.latchkey.testkit.Visitor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Members of several organizations say at the hosted sign-in which one it is for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationPageTest {
    private static final String PAGE = "/auth/organization";
    private TestServer server;
    private Organization engines;
    private Organization looms;

    @BeforeAll
    void start() {
        server = TestServer.start();
        engines = server.organization("Analytical <Engines>");
        looms = server.organization("Looms");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Visitor visitor() {
        return Visitor.at(server.url());
    }

    private User lone() {
        return server.loneUser(UUID.randomUUID() + "@example.org");
    }

    private User member() {
        var user = lone();
        server.member(engines.id(), user, Role.MEMBER);
        server.member(looms.id(), user, Role.MEMBER);
        return user;
    }

    private Answer signIn(Visitor visitor, User user, String page) {
        return visitor.signIn(visitor.get(page), user.email().text(), TestServer.PASSWORD);
    }

    private Answer asked(Visitor visitor, User user) {
        return visitor.settle(signIn(visitor, user, "/auth/login"));
    }

    private Answer choose(Visitor visitor, Answer page, Organization organization) {
        return visitor.submit(page, Map.of("organization", organization.id().toString()));
    }

    private @Nullable OrgId where(Visitor visitor) {
        var cookie = visitor.cookie("latchkey_session").orElseThrow();
        return Objects.requireNonNull(
                        server.core().check.run(new Credential.Cookie(cookie)).session())
                .organization();
    }

    private static String preselected(Answer page) {
        var radio =
                java.util.regex.Pattern.compile("value=\"([0-9a-f-]{36})\" checked")
                        .matcher(page.text());
        return radio.find() ? radio.group(1) : "";
    }

    private void leaves(User user, Organization organization) {
        server.core()
                .changeMembers
                .remove(organization.id(), user.id(), null, Origin.local("test"));
    }

    @Test
    void a_member_of_several_is_asked_and_signs_in_where_they_say() {
        var user = member();
        var visitor = visitor();

        var page = asked(visitor, user);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Choose an organization", "Analytical &lt;Engines&gt;", "Looms")
                .doesNotContain("<Engines>");
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
        assertThat(choose(visitor, page, looms).header("Location"))
                .isEqualTo(server.url("/").toString());
        assertThat(where(visitor)).isEqualTo(looms.id());
        assertThat(visitor.cookie("latchkey_flow")).isEmpty();
    }

    @Test
    void the_one_chosen_last_is_preselected_the_next_time() {
        var user = member();
        for (var organization : List.of(looms, engines, looms)) {
            var visitor = visitor();
            choose(visitor, asked(visitor, user), organization);

            assertThat(preselected(asked(visitor(), user))).isEqualTo(organization.id().toString());
        }
    }

    @Test
    void nobody_else_is_asked() {
        var one = lone();
        server.member(engines.id(), one, Role.MEMBER);
        var visitor = visitor();

        signIn(visitor, one, "/auth/login");

        assertThat(where(visitor)).isEqualTo(engines.id());
        signIn(visitor, lone(), "/auth/login");
        assertThat(where(visitor)).isNull();
    }

    @Test
    void who_proves_again_that_it_is_them_stays_where_they_are() {
        var user = member();
        var visitor = visitor();
        choose(visitor, asked(visitor, user), looms);
        var other = visitor();
        choose(other, asked(other, user), engines);

        signIn(visitor, user, "/auth/login?again=true");

        assertThat(where(visitor)).isEqualTo(looms.id());
    }

    @Test
    void who_left_where_they_are_is_asked_again() {
        var user = member();
        server.member(server.organization("Third").id(), user, Role.MEMBER);
        var visitor = visitor();
        choose(visitor, asked(visitor, user), looms);
        leaves(user, looms);

        assertThat(asked(visitor, user).text()).contains("Choose an organization");
    }

    @Test
    void somebody_elses_session_in_the_browser_decides_nothing() {
        var visitor = visitor();
        choose(visitor, asked(visitor, member()), looms);

        assertThat(asked(visitor, member()).text()).contains("Choose an organization");
    }

    @Test
    void an_organization_they_are_no_member_of_is_refused_and_the_flow_goes_on() {
        var user = member();
        var foreign = server.organization("Not theirs");
        var visitor = visitor();
        var page = asked(visitor, user);

        for (var wanted :
                new String[] {foreign.id().toString(), UUID.randomUUID().toString(), "", "'--"}) {
            var answer = visitor.submit(page, Map.of("organization", wanted));

            assertThat(answer.status()).as(wanted).isEqualTo(403);
            assertThat(answer.text()).contains("You are no member of that organization.");
            assertThat(visitor.cookie("latchkey_session")).isEmpty();
        }
        assertThat(choose(visitor, page, engines).status()).isEqualTo(303);
    }

    @Test
    void one_they_left_meanwhile_is_refused_and_no_longer_offered() {
        var user = member();
        server.member(server.organization("Third").id(), user, Role.MEMBER);
        var visitor = visitor();
        var page = asked(visitor, user);
        leaves(user, looms);

        var answer = choose(visitor, page, looms);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("Looms");
        assertThat(choose(visitor, answer, engines).status()).isEqualTo(303);
        assertThat(where(visitor)).isEqualTo(engines.id());
    }

    @Test
    void who_left_them_all_meanwhile_starts_again() {
        var user = member();
        var visitor = visitor();
        var page = asked(visitor, user);
        leaves(user, looms);
        leaves(user, engines);

        assertThat(choose(visitor, page, looms).status()).isEqualTo(400);
        assertThat(visitor.get(PAGE).status()).isEqualTo(400);
        signIn(visitor, user, "/auth/login");
        assertThat(where(visitor)).isNull();
    }

    @Test
    void a_choice_is_made_once() {
        var user = member();
        var visitor = visitor();
        var page = asked(visitor, user);
        var flow = visitor.cookie("latchkey_flow").orElseThrow();
        choose(visitor, page, looms);
        var browser = visitor.cookie("latchkey_browser").orElseThrow();

        var again =
                visitor()
                        .post(
                                PAGE,
                                fields(page, looms),
                                Map.of(
                                        "Cookie",
                                        "latchkey_flow=%s; latchkey_browser=%s"
                                                .formatted(flow, browser)));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.cookie("latchkey_session")).isEmpty();
    }

    @Test
    void another_browser_cannot_go_on_with_it() {
        var user = member();
        var page = asked(visitor(), user);
        var thief = visitor();
        thief.get("/auth/login");

        assertThat(thief.get(PAGE).status()).isEqualTo(400);
        assertThat(thief.post(PAGE, fields(page, looms), Map.of()).status()).isEqualTo(400);
        assertThat(thief.cookie("latchkey_session")).isEmpty();
    }

    @Test
    void another_site_cannot_choose() {
        var user = member();
        var visitor = visitor();
        var page = asked(visitor, user);

        var answer =
                visitor.post(PAGE, fields(page, looms), Map.of("Origin", "https://evil.example"));
        var bare = visitor.post(PAGE, Map.of("organization", looms.id().toString()), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(bare.status()).isEqualTo(403);
        assertThat(visitor.cookie("latchkey_session")).isEmpty();
    }

    @Test
    void of_64_choices_at_once_one_counts() {
        var user = member();
        var visitor = visitor();
        var page = asked(visitor, user);

        var outcomes = Race.run(i -> choose(visitor, page, i % 2 == 0 ? looms : engines).status());

        assertThat(outcomes).filteredOn(status -> status.equals(303)).hasSize(1);
        assertThat(outcomes).filteredOn(status -> status.equals(400)).hasSize(63);
    }

    @Test
    void a_disabled_account_gets_no_further() {
        var user = member();
        var visitor = visitor();
        var page = asked(visitor, user);
        server.core().changeStatus.run(user.id(), User.Status.DISABLED, null, Origin.local("test"));

        assertThat(choose(visitor, page, looms).status()).isEqualTo(400);
    }

    private static Map<String, String> fields(Answer page, Organization organization) {
        Map<String, String> fields = Visitor.hidden(page);
        fields.put("organization", organization.id().toString());
        return fields;
    }
}
