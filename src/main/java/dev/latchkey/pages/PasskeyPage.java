package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.factor.PasskeyId;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.NewPasskeyView;
import dev.latchkey.pages.view.PasskeyView;

import java.util.List;

/** {@code /account/security/passkey}: adds passkeys, renames them, takes them away. */
final class PasskeyPage {
    private static final String PATH = SecurityPage.PATH + "/passkey";

    private final Desk desk;
    private final SecurityPage security;
    private final FactorRules rules;

    PasskeyPage(Desk desk, SecurityPage security, FactorRules rules) {
        this.desk = desk;
        this.security = security;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::post),
                Route.post(PATH + "/rename", this::rename),
                Route.post(PATH + "/remove", this::remove));
    }

    private Reply get(Call call) {
        return desk.inside(
                call,
                PATH,
                person -> {
                    desk.requireRecent(person);
                    return show(call, person, "", Desk.Trouble.NONE);
                });
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, typed.get("name"), trouble),
                person -> add(call, person, typed));
    }

    private Reply add(Call call, Person person, Typed typed) {
        var origin = desk.origin(call);
        var enrolment =
                rules.addPasskey()
                        .confirm(
                                person.user(),
                                typed.get("name"),
                                typed.get("challenge"),
                                typed.get("response"),
                                origin);
        rules.change().add(person.user(), person.session(), enrolment, origin);
        return enrolment.codes().isEmpty()
                ? security.done(call, "passkeyAdded")
                : security.codes(call, person, enrolment.codes());
    }

    private Reply rename(Call call) {
        var typed = new Typed(call.form());
        return security.change(
                call,
                "passkeyRenamed",
                person ->
                        rules.change()
                                .renamePasskey(
                                        person.user(),
                                        person.session(),
                                        id(typed),
                                        typed.get("name"),
                                        desk.origin(call)));
    }

    private Reply remove(Call call) {
        var typed = new Typed(call.form());
        return security.change(
                call,
                "passkeyRemoved",
                person ->
                        rules.change()
                                .removePasskey(
                                        person.user(),
                                        person.session(),
                                        id(typed),
                                        desk.origin(call)));
    }

    private static PasskeyId id(Typed typed) {
        return Uuids.parse(typed.get("id"))
                .map(PasskeyId::new)
                .orElseThrow(() -> new Refused(new Refusal.FactorUnknown()));
    }

    private Reply show(Call call, Person person, String name, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var offer = rules.addPasskey().offer(person.user());
        var form =
                new PasskeyView(
                        browser.token(),
                        PATH,
                        "",
                        offer.challenge().sealed(),
                        PasskeyOptions.toMake(offer, person.user()));
        var view = new NewPasskeyView(form, name, trouble.told());
        var page =
                desk.paper()
                        .print(call, person, Tab.SECURITY, trouble.status(), "new-passkey", view);
        return browser.shown(Paper.scripted(page));
    }
}
