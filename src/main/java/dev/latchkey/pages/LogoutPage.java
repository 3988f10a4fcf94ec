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
import java.util.Objects;

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
        var step = Objects.requireNonNullElse(call.query("step"), "");
        return session.find(call).isPresent()
                ? show(call, step, Desk.Trouble.NONE)
                : away(call, step);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, step, trouble),
                () -> {
                    var away = away(call, step);
                    session.find(call)
                            .map(Checked::session)
                            .ifPresent(live -> end.run(live.id(), desk.origin(call)));
                    return away.with(session.end());
                });
    }

    /** To the application that wanted it, when one did; it is sealed in the step. */
    private Reply away(Call call, String step) {
        var path = step.isEmpty() ? PATH : desk.onward(step).path();
        return path.equals(PATH) ? signedOut(call) : desk.goTo(call, path);
    }

    private Reply show(Call call, String step, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call);
        var text = desk.text(call);
        var view =
                new AskView(
                        text.of("sign.out"),
                        text.of("logout.text"),
                        PATH,
                        Map.of(FormGuard.FIELD, browser.token(), "step", step),
                        text.of("sign.out"),
                        List.of(new Link("/", text.of("logout.stay"))),
                        trouble.told().general());
        return browser.shown(
                desk.paper().print(call, trouble.status(), "ask", view, desk.targets(step)));
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
