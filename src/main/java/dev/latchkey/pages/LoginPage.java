package dev.latchkey.pages;

import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.LoginView;

import java.util.List;
import java.util.Objects;

/** {@code /auth/login}: name and password. */
final class LoginPage {
    private static final String PATH = "/auth/login";

    private final Desk desk;
    private final Entrance entrance;
    private final SignUpRules rules;

    LoginPage(Desk desk, Entrance entrance, SignUpRules rules) {
        this.desk = desk;
        this.entrance = entrance;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var hint = Objects.requireNonNullElse(call.query("login_hint"), "");
        return show(call, step, hint, Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        var email = typed.get("email");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, step, email, trouble),
                () -> entrance.run(call, email, typed.get("password"), step));
    }

    private Reply show(Call call, String step, String email, Desk.Trouble trouble) {
        var targets = desk.targets(step);
        var browser = desk.guard().browser(call);
        var view = new LoginView(browser.token(), step, email, rules.open(), trouble.told());
        return browser.shown(desk.paper().print(trouble.status(), "login", view, targets));
    }
}
