package dev.latchkey.pages;

import dev.latchkey.core.account.ChangePassword;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.PasswordView;

import java.util.List;

/** {@code /account/password}: another one for somebody who knows the current one. */
final class PasswordPage {
    private static final String PATH = Tab.PASSWORD.path();

    private final Desk desk;
    private final ChangePassword change;

    PasswordPage(Desk desk, ChangePassword change) {
        this.desk = desk;
        this.change = change;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, Desk.Trouble.NONE));
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, trouble),
                person -> change(call, person, typed));
    }

    private Reply change(Call call, Person person, Typed typed) {
        change.run(
                new ChangePassword.Command(
                        person.session(),
                        typed.get("current"),
                        typed.get("password"),
                        desk.origin(call)));
        return desk.goTo(call, PATH + "?done=password");
    }

    private Reply show(Call call, Person person, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var view =
                new PasswordView(
                        browser.token(),
                        "",
                        person.user().email().text(),
                        change.hasPassword(person.user().id()),
                        desk.done(call, trouble),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.PASSWORD, trouble.status(), "password", view));
    }
}
