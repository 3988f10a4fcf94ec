package dev.latchkey.pages;

import dev.latchkey.core.verification.VerifyEmail;
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

/** {@code /auth/verify-email}: where the link of a verification mail leads. */
final class VerifyEmailPage {
    private static final String PATH = "/auth/verify-email";

    private final Desk desk;
    private final VerifyEmail verify;

    VerifyEmailPage(Desk desk, VerifyEmail verify) {
        this.desk = desk;
        this.verify = verify;
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
                    var user = verify.run(token, desk.origin(call));
                    var text = desk.text(call);
                    return desk.paper()
                            .print(
                                    call,
                                    200,
                                    "message",
                                    new MessageView(
                                            text.of("verified.title"),
                                            text.of("verified.text", user.email()),
                                            Tone.GOOD,
                                            List.of(new Link("/auth/login", text.of("sign.in")))));
                });
    }

    private Reply show(Call call, String token, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call);
        var text = desk.text(call);
        var view =
                new AskView(
                        text.of("verify.title"),
                        text.of("verify.text"),
                        PATH,
                        Map.of(FormGuard.FIELD, browser.token(), "token", token),
                        text.of("verify.button"),
                        List.of(),
                        trouble.told().general());
        return browser.shown(desk.paper().print(call, trouble.status(), "ask", view));
    }
}
