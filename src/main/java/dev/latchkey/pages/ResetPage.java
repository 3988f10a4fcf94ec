package dev.latchkey.pages;

import dev.latchkey.core.account.ResetPassword;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.MessageView;
import dev.latchkey.pages.view.MessageView.Tone;
import dev.latchkey.pages.view.PasswordView;

import java.util.List;
import java.util.Objects;

/** {@code /auth/reset-password}: where the link to choose a new password leads. */
final class ResetPage {
    private static final String PATH = "/auth/reset-password";

    private final Desk desk;
    private final ResetPassword reset;

    ResetPage(Desk desk, ResetPassword reset) {
        this.desk = desk;
        this.reset = reset;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        return show(call, Objects.requireNonNullElse(call.query("token"), ""), Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var token = typed.get("token");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, token, trouble),
                () -> {
                    reset.run(token, typed.get("password"), desk.origin(call));
                    return changed(call).with(desk.session().end());
                });
    }

    private Reply changed(Call call) {
        var text = desk.text(call);
        var view =
                new MessageView(
                        text.of("reset.done.title"),
                        text.of("reset.done.text"),
                        Tone.GOOD,
                        List.of(new Link("/auth/login", text.of("sign.in"))));
        return desk.paper().print(call, 200, "message", view);
    }

    private Reply show(Call call, String token, Desk.Trouble trouble) {
        var user = reset.owner(token);
        var browser = desk.guard().browser(call);
        var view =
                new PasswordView(
                        browser.token(), token, user.email().text(), false, null, trouble.told());
        return browser.shown(desk.paper().print(call, trouble.status(), "reset", view));
    }
}
