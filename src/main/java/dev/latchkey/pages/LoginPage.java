package dev.latchkey.pages;

import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.door.Notice;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.LoginView;
import dev.latchkey.pages.view.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * {@code /auth/login}: name and password. With {@code again}, for somebody who is signed in and is
 * about to make a grave change.
 */
final class LoginPage {
    private static final String PATH = "/auth/login";

    /** What somebody typed, except for the password, and what they came with. */
    private record Asked(String step, String email, boolean again) {}

    private final Desk desk;
    private final Entrance entrance;
    private final SignUpRules rules;
    private final SignInElsewhere elsewhere;

    LoginPage(Desk desk, Entrance entrance, SignUpRules rules, SignInElsewhere elsewhere) {
        this.desk = desk;
        this.entrance = entrance;
        this.rules = rules;
        this.elsewhere = elsewhere;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var hint = Objects.requireNonNullElse(call.query("login_hint"), "");
        var known = desk.person(call).map(person -> person.user().email().text());
        var again = known.isPresent() && call.query("again") != null;
        var asked = new Asked(step, again ? known.orElse("") : hint, again);
        var notice = notice(call);
        return notice == null
                ? show(call, asked, Desk.Trouble.NONE)
                : show(call, asked, new Desk.Trouble(200, Told.general(notice)))
                        .with(Notice.cleared(elsewhere.secure()));
    }

    /** What another door could not say itself. */
    private @Nullable String notice(Call call) {
        var name = Notice.read(call);
        var text = desk.text(call);
        return name != null && text.has("refusal." + name) ? text.of("refusal." + name) : null;
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var asked = new Asked(typed.get("step"), typed.get("email"), !typed.get("again").isEmpty());
        return desk.handle(
                call,
                typed,
                trouble -> show(call, asked, trouble),
                () -> entrance.run(call, asked.email(), typed.get("password"), asked.step()));
    }

    private Reply show(Call call, Asked asked, Desk.Trouble trouble) {
        var targets = desk.targets(asked.step());
        var browser = desk.guard().browser(call);
        var view =
                new LoginView(
                        browser.token(),
                        asked.step(),
                        asked.email(),
                        asked.again(),
                        rules.open() && !asked.again(),
                        elsewhere.buttons(
                                desk.text(call),
                                asked.step().isEmpty() ? "" : "step=" + asked.step()),
                        trouble.told());
        return browser.shown(desk.paper().print(call, trouble.status(), "login", view, targets));
    }
}
