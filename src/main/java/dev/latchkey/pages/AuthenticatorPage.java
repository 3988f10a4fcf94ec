package dev.latchkey.pages;

import dev.latchkey.core.factor.AddAuthenticator;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.AuthenticatorView;

import java.util.List;

/** {@code /account/security/authenticator}: adds an authenticator app, and takes it away. */
final class AuthenticatorPage {
    private static final String PATH = SecurityPage.PATH + "/authenticator";

    private final Desk desk;
    private final SecurityPage security;
    private final FactorRules rules;

    AuthenticatorPage(Desk desk, SecurityPage security, FactorRules rules) {
        this.desk = desk;
        this.security = security;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::post),
                Route.post(PATH + "/remove", this::remove));
    }

    private Reply get(Call call) {
        return desk.inside(
                call,
                PATH,
                person -> {
                    desk.requireRecent(person);
                    var offer = rules.addAuthenticator().offer(person.user());
                    return show(call, person, offer, Desk.Trouble.NONE);
                });
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var offer = typed.get("offer");
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) ->
                        show(
                                call,
                                person,
                                rules.addAuthenticator().again(person.user(), offer),
                                trouble),
                person -> add(call, person, offer, typed.get("code")));
    }

    private Reply add(Call call, Person person, String offer, String code) {
        var origin = desk.origin(call);
        var enrolment = rules.addAuthenticator().confirm(person.user(), offer, code, origin);
        rules.change().add(person.user(), person.session(), enrolment, origin);
        return enrolment.codes().isEmpty()
                ? security.done(call, "authenticatorAdded")
                : security.codes(call, person, enrolment.codes());
    }

    private Reply remove(Call call) {
        return security.change(
                call,
                "authenticatorRemoved",
                person ->
                        rules.change()
                                .removeAuthenticator(
                                        person.user(), person.session(), desk.origin(call)));
    }

    private Reply show(
            Call call, Person person, AddAuthenticator.Offer offer, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var view =
                new AuthenticatorView(
                        browser.token(),
                        PATH,
                        "",
                        offer.sealed(),
                        offer.secret().text(),
                        QrPicture.of(offer.uri()),
                        false,
                        trouble.told());
        return browser.shown(
                desk.paper()
                        .print(
                                call,
                                person,
                                Tab.SECURITY,
                                trouble.status(),
                                "authenticator",
                                view));
    }
}
