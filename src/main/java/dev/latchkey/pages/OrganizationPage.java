package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.org.Membership;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.OrganizationView;

import java.util.List;
import java.util.Objects;

/**
 * {@code /auth/organization}: which organization a sign-in that began in this browser is for. Only
 * members of several come by.
 */
final class OrganizationPage {
    private static final String PATH = "/auth/organization";

    private final Desk desk;
    private final FlowCookie cookie;
    private final Entrance entrance;
    private final ChooseOrganization choose;

    OrganizationPage(Desk desk, FlowCookie cookie, Entrance entrance, ChooseOrganization choose) {
        this.desk = desk;
        this.cookie = cookie;
        this.entrance = entrance;
        this.choose = choose;
    }

    /** Its address, with where to go afterwards. */
    static String address(String step) {
        return step.isEmpty() ? PATH : PATH + "?step=" + step;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var waiting = choose.show(cookie.flow(call));
        return waiting.flow().isProven()
                ? show(call, waiting, "", step, Desk.Trouble.NONE)
                : desk.goTo(call, FactorPage.address(step));
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        var wanted = typed.get("organization");
        var onward = desk.onward(step);
        return desk.handle(
                call,
                typed,
                trouble -> show(call, choose.show(cookie.flow(call)), wanted, step, trouble),
                () ->
                        entrance.enter(
                                call,
                                choose.run(
                                        cookie.flow(call),
                                        new OrgId(typed.id("organization")),
                                        Carrier.COOKIE,
                                        desk.origin(call)),
                                onward));
    }

    private Reply show(
            Call call,
            ChooseOrganization.Waiting waiting,
            String wanted,
            String step,
            Desk.Trouble trouble) {
        if (waiting.memberships().isEmpty()) {
            // They left the last one meanwhile; the next sign-in asks nothing.
            throw new Refused(new Refusal.FlowInvalid());
        }
        var browser = desk.guard().browser(call);
        var view =
                new OrganizationView(
                        browser.token(),
                        step,
                        waiting.user().email().text(),
                        choices(waiting.memberships(), wanted),
                        trouble.told());
        return browser.shown(
                desk.paper()
                        .print(call, trouble.status(), "organization", view, desk.targets(step)));
    }

    /** What was chosen just now, else the one last used, which is the first. */
    private static List<OrganizationView.Choice> choices(
            List<Membership> memberships, String wanted) {
        var ids = memberships.stream().map(m -> m.organization().id().toString()).toList();
        var selected = ids.contains(wanted) ? wanted : ids.getFirst();
        return memberships.stream()
                .map(Membership::organization)
                .map(organization ->
                        new OrganizationView.Choice(
                                organization.id().toString(),
                                organization.name(),
                                organization.id().toString().equals(selected)))
                .toList();
    }
}
