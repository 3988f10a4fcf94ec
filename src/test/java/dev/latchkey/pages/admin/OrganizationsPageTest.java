package dev.latchkey.pages.admin;

import static dev.latchkey.pages.admin.Office.csrf;
import static dev.latchkey.pages.admin.Office.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.audit.AuditEvent.Kind;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Role;
import dev.latchkey.testkit.Http.Answer;
import dev.latchkey.testkit.Race;
import dev.latchkey.testkit.Visitor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.UUID;

/** Organizations: found, changed, with their members and invitations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationsPageTest {
    private static final String PATH = "/admin/organizations";

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

    private Answer post(String path, String... fields) {
        return root.post(path, form(csrf(root.get(PATH)), fields), Map.of());
    }

    private String founded(String name) {
        return PATH + "/" + office.server.organization(name).id();
    }

    private static OrgId id(String path) {
        return new OrgId(UUID.fromString(path.substring(PATH.length() + 1)));
    }

    private Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer;
    }

    @Test
    void one_is_founded_with_an_owner_found_by_how_its_name_begins_and_renamed() {
        var made =
                ok(post(PATH, "name", "Zebra <b>Works</b>", "slug", "zebra", "owner", Office.ADA));

        var page = root.settle(made);
        assertThat(page.text())
                .contains("Zebra &lt;b&gt;Works&lt;/b&gt;", "It is founded.", Office.ADA)
                .doesNotContain("<b>Works");
        assertThat(root.get(PATH + "?search=zEBRA").text()).contains("Zebra &lt;b&gt;");
        assertThat(root.get(PATH + "?search=ebra").text()).contains("There are none like that");
        var path = String.valueOf(made.header("Location")).replaceAll("^.*(/admin/[^?]*).*", "$1");
        ok(post(path + "/settings", "name", "Okapi", "slug", "okapi", "description", "Stripes"));
        assertThat(root.get(PATH + "?search=oka").text()).contains(">Okapi<", ">okapi<");
        assertThat(root.get(PATH + "?search=zebra").text()).contains("There are none like that");
        var event = office.events(Kind.ORGANIZATION_CHANGED).getFirst();
        assertThat(event.detail())
                .isEqualTo("Zebra <b>Works</b> is now Okapi; zebra is now okapi; description");
        assertThat(event.actor()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "%27%20OR%201=1--", "%5C", "%F0%9F%98%80"})
    void wildcards_and_oddities_find_nothing(String search) {
        assertThat(root.get(PATH + "?search=" + search).text())
                .contains("There are none like that");
    }

    @Test
    void many_are_shown_page_by_page() {
        for (int i = 0; i < 60; i++) {
            office.server.organization("Page %02d".formatted(i));
        }
        var first = root.get(PATH + "?search=page");

        assertThat(first.text()).contains(">Page 00<", ">Page 49<").doesNotContain(">Page 50<");
        var more = first.text().split("class=\"button second\" href=\"", 2)[1].split("\"", 2)[0];
        assertThat(root.get(more.replace("&amp;", "&")).text())
                .contains(">Page 50<", ">Page 59<")
                .doesNotContain(">Page 49<");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
        var refused = post(PATH, "name", " ", "slug", "Not A Slug", "owner", "no@body.example");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("value=\"Not A Slug\"", "has no account here");
        var path = founded("Elephants");
        var other = post(path + "/settings", "name", "Elephants", "slug", "default");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("An organization has that name already");
    }

    @Test
    void the_default_organization_keeps_its_slug() {
        var home = office.server.core().createOrganization.ensureDefault(Office.ORIGIN);

        var refused = post(PATH + "/" + home.id() + "/settings", "name", "Home", "slug", "home");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("of the default organization has to stay");
    }

    @Test
    void members_are_added_given_another_role_and_removed_but_never_the_last_owner() {
        var path = founded("Members");
        var ada = office.ada.id().toString();
        ok(post(path + "/members", "person", Office.ADA, "role", "owner"));
        assertThat(root.get(path).text()).contains("Ada Lovelace", "owner");

        var lastOwner = post(path + "/members/role", "member", ada, "role", "member");
        assertThat(lastOwner.status()).isEqualTo(409);
        assertThat(lastOwner.text()).contains("keeps at least one owner");
        assertThat(post(path + "/members/remove", "member", ada).status()).isEqualTo(409);

        ok(post(path + "/members", "person", Office.ROOT, "role", "owner"));
        ok(post(path + "/members/role", "member", ada, "role", "admin"));
        assertThat(office.events(Kind.MEMBER_CHANGED).getFirst().detail()).isEqualTo("admin");
        ok(post(path + "/members/remove", "member", ada));
        assertThat(root.get(path).text()).doesNotContain(Office.ADA);
        var gone = post(path + "/members/remove", "member", ada);
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.text()).contains("is no member here any more");
    }

    @Test
    void strangers_and_unknown_roles_are_refused() {
        var path = founded("Strangers");

        var stranger = post(path + "/members", "person", "no@body.example", "role", "member");
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.text()).contains("There is no such account", "no@body.example");
        assertThat(post(path + "/members", "person", "%", "role", "member").status())
                .isEqualTo(404);
        assertThat(post(path + "/members", "person", Office.ADA, "role", "A B").status())
                .isEqualTo(400);
        assertThat(
                        post(
                                        path + "/members/role",
                                        "member",
                                        UUID.randomUUID().toString(),
                                        "role",
                                        "owner")
                                .status())
                .isEqualTo(400);
        assertThat(post(path + "/members/role", "member", "x", "role", "owner").status())
                .isEqualTo(400);
    }

    @Test
    void somebody_is_invited_again_and_the_first_link_is_no_good_any_more() {
        var path = founded("Inviters");
        ok(post(path + "/invitations", "email", "new@example.org", "role", "admin"));
        var first = office.server.outbox().find("new@example.org", "invitation\\?code=(\\S+)");
        var page = root.get(path);
        assertThat(page.text()).contains("new@example.org");
        var invitation = page.text().split("name=\"invitation\" value=\"", 2)[1].split("\"", 2)[0];

        ok(post(path + "/invitations/resend", "invitation", invitation));

        assertThat(office.stranger().get("/auth/invitation?code=" + first).status()).isEqualTo(400);
        assertThat(post(path + "/invitations/resend", "invitation", invitation).status())
                .isEqualTo(400);
        var fresh =
                root.get(path).text().split("name=\"invitation\" value=\"", 2)[1].split("\"", 2)[0];
        var elsewhere = founded("Elsewhere");
        assertThat(post(elsewhere + "/invitations/revoke", "invitation", fresh).status())
                .isEqualTo(400);
        ok(post(path + "/invitations/revoke", "invitation", fresh));
        assertThat(root.get(path).text()).contains("None is waiting");
        assertThat(office.events(Kind.INVITATION_REVOKED).getFirst().detail())
                .isEqualTo("new@example.org");
    }

    @Test
    void of_64_who_send_one_invitation_again_one_does() {
        var path = founded("Racers");
        ok(post(path + "/invitations", "email", "race@example.org", "role", "member"));
        var page = root.get(path);
        var invitation =
                UUID.fromString(
                        page.text().split("name=\"invitation\" value=\"", 2)[1].split("\"", 2)[0]);

        var outcomes =
                Race.run(_ ->
                        office.server
                                .core()
                                .invite
                                .again(id(path), invitation, null, Office.ORIGIN)
                                .getClass()
                                .getSimpleName());

        assertThat(outcomes).containsOnlyOnce("InvitationCode");
        assertThat(office.events(Kind.INVITED))
                .filteredOn(e -> e.detail().startsWith("race"))
                .hasSize(2);
    }

    @Test
    void of_64_owners_who_leave_at_once_one_stays() {
        var path = founded("Leavers");
        var owners = new java.util.ArrayList<dev.latchkey.core.account.UserId>();
        for (int i = 0; i < Race.RUNNERS; i++) {
            var user = office.server.loneUser("owner" + i + "@example.org");
            office.server.member(id(path), user, Role.OWNER);
            owners.add(user.id());
        }

        Race.run(i -> {
            office.server.core().changeMembers.remove(id(path), owners.get(i), null, Office.ORIGIN);
            return "left";
        });

        assertThat(root.get(path).text())
                .contains("@example.org")
                .containsOnlyOnce("/members/remove");
    }

    @Test
    void nobody_else_sees_or_changes_anything_and_no_other_site_either() {
        var path = founded("Fortress");
        var keeper = office.server.user("keeper@example.org");
        var owner = office.signedIn("keeper@example.org");
        office.server.member(id(path), keeper, Role.OWNER);
        var mine = csrf(owner.get("/account"));
        var fields = new String[] {"name", "Taken", "slug", "taken"};
        var evil = Map.of("Origin", "https://evil.example");

        assertThat(owner.get(PATH).status()).isEqualTo(403);
        assertThat(owner.get(path).status()).isEqualTo(403);
        assertThat(owner.get(path).text()).doesNotContain("Fortress");
        for (var form :
                new String[] {
                    "",
                    "/settings",
                    "/members",
                    "/members/role",
                    "/members/remove",
                    "/invitations",
                    "/invitations/resend",
                    "/invitations/revoke",
                    "/domains",
                    "/domains/check",
                    "/domains/remove"
                }) {
            var target = form.isEmpty() ? PATH : path + form;
            var typed =
                    form(
                            mine,
                            "name",
                            "Taken",
                            "slug",
                            "taken",
                            "person",
                            Office.ADA,
                            "role",
                            "owner",
                            "email",
                            "x@example.org",
                            "domain",
                            "x.example",
                            "member",
                            office.ada.id().toString());
            assertThat(owner.post(target, typed, Map.of()).status()).as(form).isEqualTo(403);
            assertThat(root.post(target, form("AAAA", fields), Map.of()).status()).isEqualTo(403);
            assertThat(root.post(target, form(mine, fields), Map.of()).status()).isEqualTo(403);
            var own = form(csrf(root.get(PATH)), fields);
            assertThat(root.post(target, own, evil).status()).isEqualTo(403);
            assertThat(office.stranger().post(target, own, Map.of()).header("Location"))
                    .contains("/auth/login");
        }
        assertThat(root.get(path).text()).contains("Fortress").doesNotContain("Taken");
    }

    @Test
    void an_id_that_is_none_or_nobodys_is_not_found() {
        assertThat(root.get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(root.get(PATH + "/x").status()).isEqualTo(404);
        assertThat(root.get(PATH + "?after=x").status()).isEqualTo(404);
        assertThat(post(PATH + "/" + UUID.randomUUID() + "/members", "person", Office.ADA).status())
                .isEqualTo(404);
    }

    @Test
    void a_slug_that_looks_like_a_short_id_is_found() {
        ok(post(PATH, "name", "Five letters", "slug", "a-b-c-d-e"));

        assertThat(root.get(PATH + "?search=a-b-c-d-e").text()).contains(">Five letters<");
    }

    @Test
    void an_id_without_its_leading_zero_names_nothing() {
        var path = founded("Zeroes");
        var id = path.substring(PATH.length() + 1);
        assertThat(id).startsWith("0");

        assertThat(root.get(path).status()).isEqualTo(200);
        assertThat(root.get(PATH + "/" + id.substring(1)).status()).isEqualTo(404);
        assertThat(root.get(PATH + "?after=" + id.substring(1)).status()).isEqualTo(404);
    }

    @Test
    void it_is_said_in_german() {
        assertThat(root.get(PATH + "?ui_locales=de").text()).contains("Noch eine Organisation");
        root.get(PATH + "?ui_locales=en");
    }
}
