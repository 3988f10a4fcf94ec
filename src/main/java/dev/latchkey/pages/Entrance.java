package dev.latchkey.pages;

import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.core.token.Secret;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.CheckMailView.Mail;

/**
 * Lets a browser in: always with a session and a cookie of its own, never with one that was there
 * before.
 */
final class Entrance {
    private final PasswordSignIn signIn;
    private final EndSession endSession;
    private final ChooseOrganization choose;
    private final BrowserSession browser;
    private final FlowCookie flowCookie;
    private final CheckMail checkMail;
    private final Desk desk;

    Entrance(
            PasswordSignIn signIn,
            EndSession endSession,
            ChooseOrganization choose,
            FlowCookie flowCookie,
            CheckMail checkMail,
            Desk desk) {
        this.signIn = signIn;
        this.endSession = endSession;
        this.choose = choose;
        this.browser = desk.session();
        this.flowCookie = flowCookie;
        this.checkMail = checkMail;
        this.desk = desk;
    }

    /** Refuses as PasswordSignIn does. */
    Reply run(Call call, String login, String password, String step) {
        desk.onward(step);
        var end =
                signIn.run(
                        new PasswordSignIn.Command(
                                login,
                                password,
                                OrganizationChoice.ASK_IF_ANY,
                                Carrier.COOKIE,
                                null,
                                desk.origin(call)));
        return admit(call, end, step);
    }

    /**
     * Where a sign-in at a page leads: on, or to the question that is left.
     *
     * @param step where to go afterwards, sealed, or empty
     */
    Reply admit(Call call, SignInEnd end, String step) {
        var onward = desk.onward(step);
        return switch (end) {
            case SignInEnd.SignedIn(var grant) -> enter(call, grant, onward);
            case SignInEnd.SecondFactor(var flow, _, _) ->
                    Reply.redirect(303, desk.here(call, FactorPage.address(step)))
                            .with(flowCookie.holding(flow));
            case SignInEnd.VerifyEmailFirst(var user) ->
                    checkMail.show(call, user.email(), step, Mail.SENT_EARLIER);
            case SignInEnd.ChooseOrganization(var flow) -> place(call, flow, step);
        };
    }

    /** Where the browser's session is, when it is theirs; else they are asked. */
    private Reply place(Call call, Secret flow, String step) {
        return browser.find(call)
                .map(Checked::session)
                .flatMap(before ->
                        choose.stay(flow.text(), before, Carrier.COOKIE, desk.origin(call)))
                .map(grant -> enter(call, grant, desk.onward(step)))
                .orElseGet(() ->
                        Reply.redirect(303, desk.here(call, OrganizationPage.address(step)))
                                .with(flowCookie.holding(flow)));
    }

    /** With a session that was opened just now. */
    Reply enter(Call call, Grant grant, Onward onward) {
        return open(call, grant, Reply.redirect(303, desk.here(call, onward.path())));
    }

    /** The answer, with a session: the browser's one before ends, when it was somebody else's. */
    Reply open(Call call, Grant grant, Reply answer) {
        browser.find(call)
                .filter(before -> !before.user().equals(grant.user().id()))
                .map(Checked::session)
                .ifPresent(others -> endSession.run(others.id(), desk.origin(call)));
        return flowCookie.cleared(call, answer.with(browser.begin(grant)));
    }
}
