package dev.latchkey.pages;

import dev.latchkey.core.account.AskReset;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.EmailView;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.MessageView;
import dev.latchkey.pages.view.MessageView.Tone;

import java.util.List;
import java.util.Objects;

/** {@code /auth/forgot-password}: asks where to mail a link to. Tells nothing about accounts. */
final class ForgotPage {
    private static final String PATH = "/auth/forgot-password";

    private final Desk desk;
    private final AskReset ask;

    ForgotPage(Desk desk, AskReset ask) {
        this.desk = desk;
        this.ask = ask;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        return show(call, step, "", Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var email = typed.get("email");
        var step = typed.get("step");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, step, email, trouble),
                () -> {
                    ask.run(email, desk.origin(call));
                    return sent(call, step, email);
                });
    }

    private Reply sent(Call call, String step, String email) {
        var text = desk.text(call);
        var login = "/auth/login" + (step.isEmpty() ? "" : "?step=" + step);
        var view =
                new MessageView(
                        text.of("check.title"),
                        text.of("forgot.sent", email.strip()),
                        Tone.PLAIN,
                        List.of(new Link(login, text.of("forgot.back"))));
        return desk.paper().print(call, 200, "message", view);
    }

    private Reply show(Call call, String step, String email, Desk.Trouble trouble) {
        desk.onward(step);
        var browser = desk.guard().browser(call);
        var view = new EmailView(browser.token(), step, "", email, trouble.told());
        return browser.shown(desk.paper().print(call, trouble.status(), "forgot", view));
    }
}
