package dev.latchkey.pages;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.Clients;
import dev.latchkey.core.client.Consents;
import dev.latchkey.core.client.RevokeConsent;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.ApplicationsView;
import dev.latchkey.pages.view.Text;

import java.util.List;

/** {@code /account/applications}: what somebody let applications know, and an end to it. */
final class ApplicationsPage {
    private static final String PATH = Tab.APPLICATIONS.path();

    private final Desk desk;
    private final Clients clients;
    private final RevokeConsent consents;

    ApplicationsPage(Desk desk, Clients clients, RevokeConsent consents) {
        this.desk = desk;
        this.clients = clients;
        this.consents = consents;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH + "/revoke", this::revoke));
    }

    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, Desk.Trouble.NONE));
    }

    private Reply revoke(Call call) {
        var typed = new Typed(call.form());
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, trouble),
                person -> {
                    consents.run(person.user().id(), typed.get("client"), desk.origin(call));
                    return desk.goTo(call, PATH + "?done=consentRevoked");
                });
    }

    private Reply show(Call call, Person person, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var view =
                new ApplicationsView(
                        consents.given(person.user().id()).stream()
                                .map(given -> row(given, text))
                                .toList(),
                        browser.token(),
                        desk.done(call, trouble),
                        trouble.told().general());
        return browser.shown(
                desk.paper()
                        .print(
                                call,
                                person,
                                Tab.APPLICATIONS,
                                trouble.status(),
                                "applications",
                                view));
    }

    private ApplicationsView.Row row(Consents.Consent given, Text text) {
        return new ApplicationsView.Row(
                given.clientId(),
                clients.find(given.clientId()).map(Client::name).orElse(given.clientId()),
                ConsentPage.items(given.scopes(), text),
                desk.moments().past(given.givenAt(), text));
    }
}
