package dev.latchkey.pages;

import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.AskView;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.MessageView;
import dev.latchkey.pages.view.MessageView.Tone;

import java.util.List;
import java.util.Map;

/**
 * {@code /auth/logout}: asks, and then ends the session itself, with everything that carries it.
 */
final class LogoutPage {
    private static final String PATH = "/auth/logout";

    private final Desk desk;
    private final BrowserSession session;
    private final EndSession end;

    LogoutPage(Desk desk, BrowserSession session, EndSession end) {
        this.desk = desk;
        this.session = session;
        this.end = end;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        return session.find(call).isPresent() ? show(call, Desk.Trouble.NONE) : signedOut(call);
    }

    private Reply post(Call call) {
        return desk.handle(
                call,
                new Typed(call.form()),
                trouble -> show(call, trouble),
                () -> {
                    session.find(call)
                            .map(Checked::session)
                            .ifPresent(live -> end.run(live.id(), desk.origin(call)));
                    return signedOut(call).with(session.end());
                });
    }

    private Reply show(Call call, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call);
        var text = desk.text(call);
        var view =
                new AskView(
                        text.of("sign.out"),
                        text.of("logout.text"),
                        PATH,
                        Map.of(FormGuard.FIELD, browser.token()),
                        text.of("sign.out"),
                        List.of(new Link("/", text.of("logout.stay"))),
                        trouble.told().general());
        return browser.shown(desk.paper().print(call, trouble.status(), "ask", view));
    }

    private Reply signedOut(Call call) {
        var text = desk.text(call);
        return desk.paper()
                .print(
                        call,
                        200,
                        "message",
                        new MessageView(
                                text.of("signedOut.title"),
                                text.of("signedOut.text"),
                                Tone.GOOD,
                                List.of(new Link("/auth/login", text.of("signedOut.again")))));
    }
}
