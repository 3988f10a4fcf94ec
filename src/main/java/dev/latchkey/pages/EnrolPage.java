package dev.latchkey.pages;

import dev.latchkey.core.factor.AddAuthenticator;
import dev.latchkey.core.factor.RecoveryCode;
import dev.latchkey.core.signin.EnrolAtSignIn;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.AuthenticatorView;
import dev.latchkey.pages.view.RecoveryCodesView;

/** {@code /auth/factor/enrol}: sets up the factor that the settings demand, while signing in. */
final class EnrolPage {
    static final String PATH = "/auth/factor/enrol";

    private final Desk desk;
    private final FlowCookie cookie;
    private final Entrance entrance;
    private final EnrolAtSignIn enrol;

    EnrolPage(Desk desk, FlowCookie cookie, Entrance entrance, EnrolAtSignIn enrol) {
        this.desk = desk;
        this.cookie = cookie;
        this.entrance = entrance;
        this.enrol = enrol;
    }

    /** Refuses with FlowInvalid. */
    Reply get(Call call, String step) {
        return show(call, enrol.offer(cookie.flow(call)), step, Desk.Trouble.NONE);
    }

    Reply post(Call call) {
        var typed = new Typed(call.form());
        var step = typed.get("step");
        var offer = typed.get("offer");
        var flow = cookie.flow(call);
        return desk.handle(
                call,
                typed,
                trouble -> show(call, enrol.again(flow, offer), step, trouble),
                () -> done(call, flow, offer, typed.get("code"), step));
    }

    private Reply done(Call call, String flow, String offer, String code, String step) {
        var onward = desk.onward(step);
        var done = enrol.run(flow, offer, code, FactorPage.wish(desk.origin(call)));
        return switch (done.end()) {
            case SignInEnd.SignedIn(var grant) ->
                    entrance.open(call, grant, codes(call, done, onward.path()));
            // The flow stays the same, and so does its cookie.
            case SignInEnd.ChooseOrganization _ ->
                    codes(call, done, OrganizationPage.address(step));
            case SignInEnd.SecondFactor _, SignInEnd.VerifyEmailFirst _ ->
                    entrance.admit(call, done.end(), step);
        };
    }

    /** Shown this once, whatever comes next. */
    private Reply codes(Call call, EnrolAtSignIn.Done done, String next) {
        var codes = done.codes().stream().map(RecoveryCode::text).toList();
        var view = new RecoveryCodesView(codes, desk.here(call, next));
        return desk.paper().print(call, 200, "recovery-codes", view);
    }

    private Reply show(Call call, AddAuthenticator.Offer offer, String step, Desk.Trouble trouble) {
        var targets = desk.targets(step);
        var browser = desk.guard().browser(call);
        var view =
                new AuthenticatorView(
                        browser.token(),
                        PATH,
                        step,
                        offer.sealed(),
                        offer.secret().text(),
                        QrPicture.of(offer.uri()),
                        true,
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, trouble.status(), "authenticator", view, targets));
    }
}
