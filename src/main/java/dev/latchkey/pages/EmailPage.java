package dev.latchkey.pages;

import dev.latchkey.core.account.AskNewEmail;
import dev.latchkey.core.account.ConfirmNewEmail;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.AskView;
import dev.latchkey.pages.view.EmailView;
import dev.latchkey.pages.view.Link;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code /account/email}: another address, by a link that goes there. */
final class EmailPage {
    private static final String PATH = "/account/email";
    private static final String CONFIRM = PATH + "/confirm";

    private final Desk desk;
    private final AskNewEmail ask;
    private final ConfirmNewEmail confirm;

    EmailPage(Desk desk, AskNewEmail ask, ConfirmNewEmail confirm) {
        this.desk = desk;
        this.ask = ask;
        this.confirm = confirm;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::post),
                Route.get(CONFIRM, this::opened),
                Route.post(CONFIRM, this::confirmed));
    }

    /** Asked for before anything is typed, rather than after. */
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
        var email = typed.get("email");
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, email, trouble),
                person -> {
                    ask.run(person.session(), email, desk.origin(call));
                    return desk.goTo(call, Tab.PROFILE.path() + "?done=asked");
                });
    }

    private Reply show(Call call, Person person, String email, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var current = person.user().email().text();
        var view = new EmailView(browser.token(), "", current, email, trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.PROFILE, trouble.status(), "email", view));
    }

    private Reply opened(Call call) {
        var token = Objects.requireNonNullElse(call.query("token"), "");
        return desk.inside(
                call, back(token), person -> asks(call, person, token, Desk.Trouble.NONE));
    }

    private Reply confirmed(Call call) {
        var typed = new Typed(call.form());
        var token = typed.get("token");
        return desk.form(
                call,
                back(token),
                typed,
                (person, trouble) -> asks(call, person, token, trouble),
                person -> {
                    confirm.run(person.user().id(), token, desk.origin(call));
                    return desk.goTo(call, Tab.PROFILE.path() + "?done=email");
                });
    }

    /** The link itself, if it looks like one: it goes into an address again. */
    private static String back(String token) {
        return token.matches("[a-z0-9_]{1,100}") ? CONFIRM + "?token=" + token : PATH;
    }

    private Reply asks(Call call, Person person, String token, Desk.Trouble trouble) {
        var wanted = confirm.wanted(person.user().id(), token);
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var view =
                new AskView(
                        text.of("email.confirm.title"),
                        text.of("email.confirm.text", wanted),
                        CONFIRM,
                        Map.of(FormGuard.FIELD, browser.token(), "token", token),
                        text.of("email.confirm.button"),
                        List.of(new Link(Tab.PROFILE.path(), text.of("cancel"))),
                        trouble.told().general());
        return browser.shown(
                desk.paper().print(call, person, Tab.PROFILE, trouble.status(), "ask", view));
    }
}
