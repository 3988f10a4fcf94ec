package dev.latchkey.pages;

import dev.latchkey.core.factor.Passkey;
import dev.latchkey.core.factor.RecoveryCode;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.RecoveryCodesView;
import dev.latchkey.pages.view.SecurityView;

import java.util.List;
import java.util.stream.Stream;

/** {@code /account/security}: what somebody has, and how to get more or less of it. */
final class SecurityPage {
    static final String PATH = "/account/security";

    /** Does something to one's own factors. */
    @FunctionalInterface
    interface Change {
        void run(Person person);
    }

    private final Desk desk;
    private final FactorRules rules;

    SecurityPage(Desk desk, FactorRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    List<Route> routes() {
        var own =
                Stream.of(
                        Route.get(PATH, this::get),
                        Route.post(PATH + "/recovery-codes", this::newCodes));
        return Stream.of(
                        own,
                        new AuthenticatorPage(desk, this, rules).routes().stream(),
                        new PasskeyPage(desk, this, rules).routes().stream())
                .flatMap(routes -> routes)
                .toList();
    }

    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, Desk.Trouble.NONE));
    }

    private Reply newCodes(Call call) {
        return form(
                call,
                person ->
                        codes(
                                call,
                                person,
                                rules.change()
                                        .newRecoveryCodes(
                                                person.user(),
                                                person.session(),
                                                desk.origin(call))));
    }

    /** Recovery codes, shown once. */
    Reply codes(Call call, Person person, List<RecoveryCode> codes) {
        var view = new RecoveryCodesView(codes.stream().map(RecoveryCode::text).toList(), PATH);
        return desk.paper().print(call, person, Tab.SECURITY, 200, "recovery-codes", view);
    }

    /** A form of this page that changes something and comes back to it. */
    Reply change(Call call, String done, Change change) {
        return form(
                call,
                person -> {
                    change.run(person);
                    return done(call, done);
                });
    }

    Reply done(Call call, String done) {
        return desk.goTo(call, PATH + "?done=" + done);
    }

    private Reply form(Call call, Desk.Inside doing) {
        var typed = new Typed(call.form());
        return desk.form(
                call, PATH, typed, (person, trouble) -> show(call, person, trouble), doing);
    }

    private Reply show(Call call, Person person, Desk.Trouble trouble) {
        var factors = rules.gate().factorsOf(person.user().id());
        var browser = desk.guard().browser(call, person);
        var view =
                new SecurityView(
                        browser.token(),
                        factors.authenticator(),
                        factors.passkeys().stream().map(SecurityPage::key).toList(),
                        rules.passkeys().isPossible(),
                        factors.recoveryCodes(),
                        factors.any(),
                        desk.done(call, trouble),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.SECURITY, trouble.status(), "security", view));
    }

    private static SecurityView.Key key(Passkey passkey) {
        return new SecurityView.Key(
                passkey.id().toString(),
                passkey.name(),
                passkey.credential().backedUp(),
                Moments.day(passkey.createdAt()),
                passkey.lastUsedAt() == null ? null : Moments.day(passkey.lastUsedAt()));
    }
}
