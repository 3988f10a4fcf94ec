package dev.latchkey.pages.admin;

import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.org.Organization;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Address;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.OrganizationsView;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

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
        return desk.graveForm(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, typed, trouble),
                person -> {
                    var made = found(call, person, typed);
                    return desk.goTo(call, OrganizationPaper.path(made) + "?done=founded");
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
        return text == null ? null : OrganizationPaper.id(text);
    }

    private static String more(String search, OrgId next) {
        return Address.of(PATH, "search", search, "after", next.toString());
    }

    private OrganizationsView.Row row(Organization one, Text text) {
        return new OrganizationsView.Row(
                OrganizationPaper.path(one.id()),
                one.name(),
                one.slug(),
                desk.moments().past(one.createdAt(), text));
    }
}
