package dev.latchkey.pages;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;
import dev.latchkey.core.factor.FactorProof;
import dev.latchkey.core.factor.Factors;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.ProveFactor;
import dev.latchkey.core.signin.Wish;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.FactorView;
import dev.latchkey.pages.view.FactorView.Way;
import dev.latchkey.pages.view.Link;
import dev.latchkey.pages.view.PasskeyView;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code /auth/factor}: the second factor of a sign-in that began in this browser. */
final class FactorPage {
    private static final String PATH = "/auth/factor";

    private final Desk desk;
    private final FlowCookie cookie;
    private final Entrance entrance;
    private final ProveFactor prove;
    private final FactorRules rules;
    private final EnrolPage enrol;

    FactorPage(Desk desk, FlowCookie cookie, Entrance entrance, FactorRules rules) {
        this.desk = desk;
        this.cookie = cookie;
        this.entrance = entrance;
        this.prove = rules.prove();
        this.rules = rules;
        this.enrol = new EnrolPage(desk, cookie, entrance, rules.enrol());
    }

    /** Its address, with where to go afterwards. */
    static String address(String step) {
        return step.isEmpty() ? PATH : PATH + "?step=" + step;
    }

    static Wish wish(Origin origin) {
        return new Wish(OrganizationChoice.ASK_IF_ANY, Carrier.COOKIE, null, origin);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::post),
                Route.post(EnrolPage.PATH, enrol::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var asked = prove.show(cookie.flow(call));
        return asked.isEnrolment()
                ? enrol.get(call, step)
                : show(
                        call,
                        asked,
                        way(call.query("way"), asked.factors()),
                        step,
                        Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        var flow = cookie.flow(call);
        var asked = prove.show(flow);
        var way = way(typed.get("way"), asked.factors());
        return desk.handle(
                call,
                typed,
                trouble -> show(call, asked, way, step, trouble),
                () ->
                        entrance.admit(
                                call,
                                prove.run(flow, proof(way, typed), wish(desk.origin(call))),
                                step));
    }

    private static FactorProof proof(Way way, Typed typed) {
        return switch (way) {
            case CODE, RECOVERY -> new FactorProof.Code(typed.get("code"));
            case PASSKEY -> PasskeySignInPage.proof(typed);
        };
    }

    /** What was asked for, else what they most likely have at hand. */
    private static Way way(@Nullable String asked, Factors factors) {
        if ("recovery".equals(asked)) {
            return Way.RECOVERY;
        }
        if ("code".equals(asked) && (factors.authenticator() || factors.passkeys().isEmpty())) {
            return Way.CODE;
        }
        return factors.passkeys().isEmpty() ? Way.CODE : Way.PASSKEY;
    }

    private Reply show(
            Call call, ProveFactor.Asked asked, Way way, String step, Desk.Trouble trouble) {
        var targets = desk.targets(step);
        var browser = desk.guard().browser(call);
        var view =
                new FactorView(
                        browser.token(),
                        step,
                        asked.user().email().text(),
                        way,
                        way == Way.PASSKEY ? key(asked.user(), browser.token(), step) : null,
                        others(desk.text(call), way, asked.factors(), step),
                        trouble.told());
        var page = desk.paper().print(call, trouble.status(), "factor", view, targets);
        return browser.shown(way == Way.PASSKEY ? Paper.scripted(page) : page);
    }

    private PasskeyView key(User user, String csrf, String step) {
        var question = rules.passkeys().ask(user);
        return new PasskeyView(
                csrf, PATH, step, question.challenge().sealed(), PasskeyOptions.toUse(question));
    }

    private static List<Link> others(Text text, Way way, Factors factors, String step) {
        List<Link> others = new ArrayList<>();
        if (way != Way.PASSKEY && !factors.passkeys().isEmpty()) {
            others.add(to("passkey", text, step));
        }
        if (way != Way.CODE && factors.authenticator()) {
            others.add(to("code", text, step));
        }
        if (way != Way.RECOVERY && factors.recoveryCodes() > 0) {
            others.add(to("recovery", text, step));
        }
        return others;
    }

    private static Link to(String way, Text text, String step) {
        return new Link(
                PATH + "?way=" + way + (step.isEmpty() ? "" : "&step=" + step),
                text.of("factor.use." + way));
    }
}
