package dev.latchkey.pages.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.ProveDomain;
import dev.latchkey.core.org.Role;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.admin.OrganizationPaper.Part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** {@code /admin/organizations/{id}}: settings, members, invitations, domains of one. */
final class OrganizationPage {
    private static final String PATH = Tab.ORGANIZATIONS.path() + "/{id}";

    private final Desk desk;
    private final OrganizationsSection rules;
    private final OrganizationPaper paper;

    /** Something that is done to an organization; gives the word for what was done. */
    private interface Deed {
        String run(Act act);
    }

    /** Who does what to which organization. */
    private record Act(OrgId id, UserId actor, Typed typed, Origin origin) {}

    OrganizationPage(Desk desk, OrganizationsSection rules) {
        this.desk = desk;
        this.rules = rules;
        this.paper = new OrganizationPaper(desk, rules);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                form("/settings", Part.SETTINGS, this::settings),
                form("/members", Part.MEMBERS, this::add),
                form("/members/role", Part.MEMBERS, this::role),
                form("/members/remove", Part.MEMBERS, this::remove),
                form("/invitations", Part.INVITATIONS, this::invite),
                form("/invitations/resend", Part.INVITATIONS, this::resend),
                form("/invitations/revoke", Part.INVITATIONS, this::revoke),
                form("/domains", Part.DOMAINS, this::claim),
                form("/domains/check", Part.DOMAINS, this::check),
                form("/domains/remove", Part.DOMAINS, this::removeDomain));
    }

    /** Refuses with NotAllowed for who is no administrator, and with OrganizationUnknown. */
    private Reply get(Call call) {
        var id = OrganizationPaper.id(call.param("id"));
        return desk.inside(
                call,
                OrganizationPaper.path(id),
                person ->
                        paper.show(
                                call, person, id, after(call), desk.done(call, Desk.Trouble.NONE)));
    }

    private Route form(String path, Part part, Deed deed) {
        return Route.post(PATH + path, call -> change(call, part, deed));
    }

    private Reply change(Call call, Part part, Deed deed) {
        var typed = new Typed(call.form());
        var id = OrganizationPaper.id(call.param("id"));
        var back = OrganizationPaper.path(id);
        return desk.graveForm(
                call,
                back,
                typed,
                (person, trouble) -> paper.again(call, person, id, typed, part, trouble),
                person -> desk.goTo(call, back + "?done=" + run(call, person, id, typed, deed)));
    }

    private String run(Call call, Person person, OrgId id, Typed typed, Deed deed) {
        return deed.run(new Act(id, person.user().id(), typed, desk.origin(call)));
    }

    private static @Nullable UserId after(Call call) {
        var text = call.query("after");
        return text == null ? null : Uuids.parse(text).map(UserId::new).orElse(null);
    }

    private String settings(Act act) {
        var typed = act.typed();
        rules.change()
                .run(
                        act.id(),
                        typed.get("name"),
                        typed.get("slug").strip(),
                        typed.get("description"),
                        act.actor(),
                        act.origin());
        return "organizationSaved";
    }

    private String add(Act act) {
        rules.members()
                .put(
                        act.id(),
                        act.typed().get("person"),
                        role(act.typed()),
                        act.actor(),
                        act.origin());
        return "added";
    }

    private String role(Act act) {
        rules.members().change(act.id(), member(act), role(act.typed()), act.actor(), act.origin());
        return "role";
    }

    private String remove(Act act) {
        rules.members().remove(act.id(), member(act), act.actor(), act.origin());
        return "removed";
    }

    private static UserId member(Act act) {
        return new UserId(act.typed().id("member"));
    }

    private static Role role(Typed typed) {
        return Role.parse(typed.get("role"))
                .orElseThrow(() ->
                        new Refused(Refusal.InvalidInput.of("role", "is no role of this server")));
    }

    private String invite(Act act) {
        rules.invite()
                .run(
                        act.id(),
                        act.typed().get("email"),
                        role(act.typed()),
                        act.actor(),
                        act.origin());
        return "invited";
    }

    private String resend(Act act) {
        rules.invite().again(act.id(), act.typed().id("invitation"), act.actor(), act.origin());
        return "invited";
    }

    private String revoke(Act act) {
        rules.revokeInvitation()
                .run(act.id(), act.typed().id("invitation"), act.actor(), act.origin());
        return "invitationRevoked";
    }

    private String claim(Act act) {
        rules.domains().claim(act.id(), act.typed().get("newDomain"), act.actor(), act.origin());
        return "claimed";
    }

    /** What the DNS did not say is told as something wrong with the domain. */
    private String check(Act act) {
        var found =
                rules.domains()
                        .check(act.id(), act.typed().get("domain"), act.actor(), act.origin());
        if (found != ProveDomain.Finding.PROVEN) {
            throw new Refused(Refusal.InvalidInput.of("found", found.name()));
        }
        return "proven";
    }

    private String removeDomain(Act act) {
        rules.domains().remove(act.id(), act.typed().get("domain"), act.actor(), act.origin());
        return "domainGone";
    }
}
