package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.client.Clients;
import dev.latchkey.core.client.ConsentQuestion;
import dev.latchkey.core.client.GiveConsent;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.ConsentView;
import dev.latchkey.pages.view.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks whether an application may know something. The question comes sealed from the OpenID door
 * and names who is asked; the answer goes back there.
 */
final class ConsentPage {
    private static final String PATH = "/auth/consent";

    private final Desk desk;
    private final Clients clients;
    private final GiveConsent consents;

    ConsentPage(Desk desk, Clients clients, GiveConsent consents) {
        this.desk = desk;
        this.clients = clients;
        this.consents = consents;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var question = ConsentQuestion.open(desk.steps(), step);
        return desk.person(call)
                .filter(person -> person.user().id().equals(question.user()))
                .map(person -> show(call, person, step, question, Desk.Trouble.NONE))
                .orElseGet(() -> back(call, question, ""));
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        var question = ConsentQuestion.open(desk.steps(), step);
        var person =
                desk.person(call)
                        .filter(found -> found.user().id().equals(question.user()))
                        .orElse(null);
        if (person == null) {
            return back(call, question, "");
        }
        return desk.handle(
                call,
                person,
                typed,
                trouble -> show(call, person, step, question, trouble),
                () -> answer(call, question, typed.get("answer").equals("yes")));
    }

    private Reply answer(Call call, ConsentQuestion question, boolean yes) {
        if (yes) {
            consents.run(question.user(), question.clientId(), question.items(), desk.origin(call));
        }
        return back(call, question, yes ? "" : ConsentQuestion.DENIED);
    }

    /** To the OpenID door, which decides anew: who is no longer signed in is asked to there. */
    private Reply back(Call call, ConsentQuestion question, String more) {
        return desk.goTo(call, question.onward().path() + more);
    }

    private Reply show(
            Call call, Person person, String step, ConsentQuestion question, Desk.Trouble trouble) {
        var client =
                clients.find(question.clientId())
                        .orElseThrow(() -> new Refused(new Refusal.ClientUnknown()));
        var browser = desk.guard().browser(call, person);
        var view =
                new ConsentView(
                        client.name(),
                        person.user().email().text(),
                        items(question.items(), desk.text(call)),
                        browser.token(),
                        step,
                        trouble.told().general());
        var page =
                desk.paper()
                        .print(
                                call,
                                trouble.status(),
                                "consent",
                                view,
                                question.onward().leadsTo());
        return browser.shown(page);
    }

    static List<String> items(Set<String> agreed, Text text) {
        List<String> items = new ArrayList<>();
        for (var item : new TreeSet<>(agreed)) {
            var key = "consent." + item.replace(ConsentQuestion.CLAIM, "claim.");
            items.add(text.has(key) ? text.of(key) : text.of("consent.other", item));
        }
        return items;
    }
}
