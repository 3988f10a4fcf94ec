package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.HostedSignUp;
import dev.latchkey.core.account.SignUp;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.org.ShowInvitation;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.CheckMailView.Mail;
import dev.latchkey.pages.view.NewAccountView;
import dev.latchkey.pages.view.ProviderButton;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * {@code /auth/signup}: an account for oneself, where strangers may make one, or with an
 * invitation.
 */
final class SignUpPage {
    private static final String PATH = "/auth/signup";

    private final Desk desk;
    private final HostedSignUp signUp;
    private final SignUpRules rules;
    private final ShowInvitation showInvitation;
    private final CheckMail checkMail;
    private final Entrance entrance;
    private final SignInElsewhere elsewhere;

    SignUpPage(
            Desk desk,
            HostedSignUp signUp,
            SignUpRules rules,
            ShowInvitation showInvitation,
            CheckMail checkMail,
            Entrance entrance,
            SignInElsewhere elsewhere) {
        this.desk = desk;
        this.signUp = signUp;
        this.rules = rules;
        this.showInvitation = showInvitation;
        this.checkMail = checkMail;
        this.entrance = entrance;
        this.elsewhere = elsewhere;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var step = Objects.requireNonNullElse(call.query("step"), "");
        var code = Objects.requireNonNullElse(call.query("code"), "");
        var open = invitation(code);
        var email = open == null ? "" : open.invitation().email().text();
        return show(call, new NewAccount(step, code, "", "", email), Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var account = NewAccount.of(typed, "code");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, account, trouble),
                () -> {
                    desk.onward(account.step());
                    var user =
                            signUp.run(
                                    new SignUp.Command(
                                            account.email(),
                                            typed.get("password"),
                                            account.firstName(),
                                            account.lastName(),
                                            account.secret().isEmpty() ? null : account.secret(),
                                            true,
                                            desk.origin(call)));
                    return rules.demandsVerificationOf(user)
                            ? checkMail.show(call, user.email(), account.step(), Mail.SENT)
                            : entrance.run(
                                    call, account.email(), typed.get("password"), account.step());
                });
    }

    private Reply show(Call call, NewAccount account, Desk.Trouble trouble) {
        var open = invitation(account.secret());
        if (open == null && !rules.open()) {
            throw new Refused(new Refusal.SignUpClosed());
        }
        var targets = desk.targets(account.step());
        var browser = desk.guard().browser(call);
        var invitedTo = open == null ? null : open.organization().name();
        NewAccountView view =
                account.view(
                        browser.token(), invitedTo, buttons(call, account, open), trouble.told());
        return browser.shown(desk.paper().print(call, trouble.status(), "signup", view, targets));
    }

    /** With the invitation, when it is one that still is good. */
    private List<ProviderButton> buttons(
            Call call, NewAccount account, ShowInvitation.@Nullable Open open) {
        var code = open == null ? "" : "code=" + account.secret().strip();
        var step = account.step().isEmpty() ? "" : "step=" + account.step();
        return elsewhere.buttons(
                desk.text(call), code + (code.isEmpty() || step.isEmpty() ? "" : "&") + step);
    }

    /**
     * The invitation that the code opens, or null: then the form's answer says what is wrong with
     * it.
     */
    private ShowInvitation.@Nullable Open invitation(String code) {
        if (code.isEmpty()) {
            return null;
        }
        try {
            return showInvitation.run(code);
        } catch (Refused _) {
            return null;
        }
    }
}
