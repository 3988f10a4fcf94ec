package dev.latchkey.pages.admin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.OrganizationsView;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /admin/organizations}: finds organizations, and founds them. */
final class OrganizationsPage {
    private static final String PATH = Tab.ORGANIZATIONS.path();
    private static final int ROWS = 50;
    private static final int LONGEST = 200;

    private final Desk desk;
    private final OrganizationsSection rules;

    OrganizationsPage(Desk desk, OrganizationsSection rules) {
        this.desk = desk;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::create));
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        return desk.inside(
                call, PATH, person -> show(call, person, Typed.NOTHING, Desk.Trouble.NONE));
    }

    private Reply create(Call call) {
        var typed = new Typed(call.form());
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, typed, trouble),
                person -> {
                    rules.recent().require(person.session(), person.user());
                    var made = found(call, person, typed);
                    return desk.goTo(call, PATH + "/" + made + "?done=founded");
                });
    }

    /** With its owner when one is named, all or nothing. */
    private OrgId found(Call call, Person person, Typed typed) {
        var slug = typed.get("slug").strip();
        var owner = typed.get("owner").strip();
        var made =
                rules.create()
                        .ownedBy(
                                owner.isEmpty() ? null : owner,
                                typed.get("name"),
                                slug.isEmpty() ? null : slug,
                                person.user().id(),
                                desk.origin(call));
        return made.id();
    }

    private Reply show(Call call, Person person, Typed typed, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var search = search(call);
        var found = rules.find().page(search, after(call), ROWS, person.user().id());
        var text = desk.text(call);
        var view =
                new OrganizationsView(
                        search,
                        found.organizations().stream().map(one -> row(one, text)).toList(),
                        found.next() == null ? null : more(search, found.next()),
                        browser.token(),
                        desk.done(call, trouble),
                        typed.get("name"),
                        typed.get("slug"),
                        typed.get("owner"),
                        trouble.told());
        return browser.shown(
                desk.paper()
                        .print(
                                call,
                                person,
                                Tab.ORGANIZATIONS,
                                trouble.status(),
                                "organizations",
                                view));
    }

    private static String search(Call call) {
        var text = call.query("search");
        return text == null || text.length() > LONGEST ? "" : text.strip();
    }

    private static @Nullable OrgId after(Call call) {
        var text = call.query("after");
        if (text == null) {
            return null;
        }
        return Uuids.parse(text)
                .map(OrgId::new)
                .orElseThrow(() -> new Refused(new Refusal.OrganizationUnknown()));
    }

    private static String more(String search, OrgId next) {
        return PATH
                + "?search="
                + URLEncoder.encode(search, StandardCharsets.UTF_8)
                + "&after="
                + next;
    }

    private OrganizationsView.Row row(Organization one, Text text) {
        return new OrganizationsView.Row(
                PATH + "/" + one.id(),
                one.name(),
                one.slug(),
                desk.moments().past(one.createdAt(), text));
    }
}
