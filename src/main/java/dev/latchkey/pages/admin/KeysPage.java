package dev.latchkey.pages.admin;

import dev.latchkey.core.key.RotateKeys;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.KeysView;
import dev.latchkey.pages.view.Text;

import java.util.List;

/** {@code /admin/keys}: lists, and rotates. Replacing stolen keys is for the command line. */
final class KeysPage {
    private static final String PATH = Tab.KEYS.path();

    private final Desk desk;
    private final RotateKeys keys;

    KeysPage(Desk desk, RotateKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH + "/rotate", this::rotate));
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, Desk.Trouble.NONE));
    }

    private Reply rotate(Call call) {
        var typed = new Typed(call.form());
        return desk.graveForm(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, trouble),
                person -> {
                    keys.run(person.user().id(), desk.origin(call));
                    return desk.goTo(call, PATH + "?done=rotated");
                });
    }

    private Reply show(Call call, Person person, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var told = trouble.told();
        var view =
                new KeysView(
                        keys.all(person.user().id()).stream().map(key -> row(key, text)).toList(),
                        browser.token(),
                        desk.done(call, trouble),
                        told.general() != null ? told.general() : told.of("keys"));
        return browser.shown(
                desk.paper().print(call, person, Tab.KEYS, trouble.status(), "keys", view));
    }

    private KeysView.Row row(RotateKeys.Listed listed, Text text) {
        var key = listed.key();
        return new KeysView.Row(
                key.id(),
                key.algorithm(),
                text.of("keys." + listed.state()),
                desk.moments().past(key.createdAt(), text));
    }
}
