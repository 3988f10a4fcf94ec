package dev.latchkey.pages;

import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.ListSessions;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.SessionsView;

import java.util.List;

/** {@code /account/sessions}: where somebody is signed in, and an end to it. */
final class SessionsPage {
    private static final String PATH = Tab.SESSIONS.path();
    private static final String END = PATH + "/end";
    private static final String OTHERS = PATH + "/end-others";

    private final Desk desk;
    private final ListSessions list;
    private final EndSession end;
    private final SessionRows rows;

    SessionsPage(Desk desk, ListSessions list, EndSession end) {
        this.desk = desk;
        this.list = list;
        this.end = end;
        this.rows = new SessionRows(desk.moments());
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(END, this::end),
                Route.post(OTHERS, this::endOthers));
    }

    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, Desk.Trouble.NONE));
    }

    private Reply end(Call call) {
        var typed = new Typed(call.form());
        return change(
                call,
                typed,
                person -> {
                    end.ofUser(
                            person.user().id(),
                            SessionId.of(typed.id("session")),
                            desk.origin(call));
                    return desk.goTo(call, PATH + "?done=ended");
                });
    }

    private Reply endOthers(Call call) {
        return change(
                call,
                new Typed(call.form()),
                person -> {
                    end.others(person.session(), "revoked", desk.origin(call));
                    return desk.goTo(call, PATH + "?done=endedOthers");
                });
    }

    private Reply change(Call call, Typed typed, Desk.Inside doing) {
        return desk.form(
                call, PATH, typed, (person, trouble) -> show(call, person, trouble), doing);
    }

    private Reply show(Call call, Person person, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var sessions =
                list.run(person.user().id()).stream()
                        .map(session ->
                                rows.of(session, session.id().equals(person.session().id()), text))
                        .toList();
        var view =
                new SessionsView(
                        browser.token(),
                        sessions,
                        desk.done(call, trouble),
                        trouble.told().general());
        return browser.shown(
                desk.paper().print(call, person, Tab.SESSIONS, trouble.status(), "sessions", view));
    }
}
