package dev.latchkey.pages;

import dev.latchkey.core.factor.FactorProof;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.PasskeySignInView;
import dev.latchkey.pages.view.PasskeyView;

import java.util.List;
import java.util.Objects;

/** {@code /auth/passkey}: a passkey, and no password. */
final class PasskeySignInPage {
    private static final String PATH = "/auth/passkey";

    private final Desk desk;
    private final Entrance entrance;
    private final FactorRules rules;

    PasskeySignInPage(Desk desk, Entrance entrance, FactorRules rules) {
        this.desk = desk;
        this.entrance = entrance;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    /** What somebody sent with a form that a passkey fills in. */
    static FactorProof.Key proof(Typed typed) {
        return new FactorProof.Key(typed.get("challenge"), typed.get("response"));
    }

    private Reply get(Call call) {
        return show(call, Objects.requireNonNullElse(call.query("step"), ""), Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, step, trouble),
                () -> {
                    desk.onward(step);
                    var wish = FactorPage.wish(desk.origin(call));
                    return entrance.admit(
                            call, rules.passkeySignIn().run(proof(typed), wish), step);
                });
    }

    private Reply show(Call call, String step, Desk.Trouble trouble) {
        var targets = desk.targets(step);
        var browser = desk.guard().browser(call);
        var question = rules.passkeys().askAnybody();
        var form =
                new PasskeyView(
                        browser.token(),
                        PATH,
                        step,
                        question.challenge().sealed(),
                        PasskeyOptions.toUse(question));
        var view = new PasskeySignInView(form, rules.passkeys().isPossible(), trouble.told());
        return browser.shown(
                Paper.scripted(
                        desk.paper()
                                .print(call, trouble.status(), "passkey-sign-in", view, targets)));
    }
}
