package dev.latchkey.pages.admin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.org.DomainClaim;
import dev.latchkey.core.org.FindOrganizations.Shown;
import dev.latchkey.core.org.Invitation;
import dev.latchkey.core.org.Members;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.core.org.Role;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.OneOrganizationView;
import dev.latchkey.pages.view.OneOrganizationView.Settings;
import dev.latchkey.pages.view.OneOrganizationView.Troubles;
import dev.latchkey.pages.view.Text;
import dev.latchkey.pages.view.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** Prints the page of one organization. */
record OrganizationPaper(Desk desk, OrganizationsSection rules) {
    private static final int MEMBERS = 50;

    /** The forms that can go wrong each by itself. */
    enum Part {
        SETTINGS,
        MEMBERS,
        INVITATIONS,
        DOMAINS
    }

    static String path(OrgId id) {
        return Tab.ORGANIZATIONS.path() + "/" + id;
    }

    /** The id in an address. Refuses with OrganizationUnknown what is none. */
    static OrgId id(String text) {
        return Uuids.parse(text)
                .map(OrgId::new)
                .orElseThrow(() -> new Refused(new Refusal.OrganizationUnknown()));
    }

    Reply show(Call call, Person person, OrgId id, @Nullable UserId after, @Nullable String done) {
        var shown = rules.find().show(id, after, MEMBERS, person.user().id());
        var settings = settings(shown.organization(), Typed.NOTHING);
        return print(call, person, shown, settings, Troubles.NONE, done, 200);
    }

    /** The page with what went wrong in one of its forms, and what was typed into it. */
    Reply again(Call call, Person person, OrgId id, Typed typed, Part part, Desk.Trouble trouble) {
        var shown = rules.find().show(id, null, MEMBERS, person.user().id());
        var kept =
                part == Part.SETTINGS
                        ? typedSettings(shown.organization(), typed)
                        : settings(shown.organization(), typed);
        return print(
                call, person, shown, kept, troubles(part, trouble.told()), null, trouble.status());
    }

    private static Settings settings(Organization one, Typed typed) {
        return new Settings(
                one.name(),
                one.name(),
                one.slug(),
                one.description(),
                typed.get("person"),
                typed.get("email"),
                typed.get("newDomain"));
    }

    private static Settings typedSettings(Organization one, Typed typed) {
        return new Settings(
                one.name(),
                typed.get("name"),
                typed.get("slug"),
                typed.get("description"),
                "",
                "",
                "");
    }

    private static Troubles troubles(Part part, Told told) {
        return new Troubles(
                part == Part.SETTINGS ? told : Told.NOTHING,
                part == Part.MEMBERS ? told : Told.NOTHING,
                part == Part.INVITATIONS ? told : Told.NOTHING,
                part == Part.DOMAINS ? told : Told.NOTHING);
    }

    private Reply print(
            Call call,
            Person person,
            Shown shown,
            Settings settings,
            Troubles troubles,
            @Nullable String done,
            int status) {
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var path = path(shown.organization().id());
        var view =
                new OneOrganizationView(
                        shown.organization().id().toString(),
                        path,
                        browser.token(),
                        done,
                        settings,
                        troubles,
                        shown.members().stream().map(member -> member(member, text)).toList(),
                        shown.next() == null ? null : path + "?after=" + shown.next(),
                        shown.invitations().stream().map(one -> invitation(one, text)).toList(),
                        shown.domains(),
                        shown.claims().stream().map(OrganizationPaper::claim).toList(),
                        rules.joins());
        return browser.shown(
                desk.paper()
                        .print(call, person, Tab.ORGANIZATIONS, status, "one-organization", view));
    }

    private OneOrganizationView.Member member(Members.Listed member, Text text) {
        var user = member.user();
        var name = user.displayName();
        return new OneOrganizationView.Member(
                user.id().toString(),
                name == null ? "" : name,
                user.email().text(),
                member.role().name(),
                roles(member.role()),
                desk.moments().past(member.createdAt(), text));
    }

    /** Those of the house, and the one they have. */
    private static List<OneOrganizationView.Role> roles(Role own) {
        return Stream.of(Role.OWNER, Role.ADMIN, Role.MEMBER, own)
                .distinct()
                .map(role -> new OneOrganizationView.Role(role.name(), role.equals(own)))
                .toList();
    }

    private OneOrganizationView.Invitation invitation(Invitation one, Text text) {
        return new OneOrganizationView.Invitation(
                one.id().toString(),
                one.email().text(),
                one.role().name(),
                desk.moments().past(one.createdAt(), text),
                desk.moments().date(one.expiresAt(), text));
    }

    private static OneOrganizationView.Claim claim(DomainClaim claim) {
        return new OneOrganizationView.Claim(
                claim.domain(), claim.recordName(), claim.recordText());
    }
}
