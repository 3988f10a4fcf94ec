package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.AcceptInvitation;
import dev.latchkey.core.org.ShowInvitation;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.Origins;
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

/**
 * {@code /auth/invitation}: where the link of an invitation leads, for those who have an account
 * and those who will.
 */
final class InvitationPage {
    private static final String PATH = "/auth/invitation";

    private final Desk desk;
    private final ShowInvitation invitation;
    private final AcceptInvitation accept;
    private final BrowserSession session;

    InvitationPage(
            Desk desk, ShowInvitation invitation, AcceptInvitation accept, BrowserSession session) {
        this.desk = desk;
        this.invitation = invitation;
        this.accept = accept;
        this.session = session;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        return show(call, Objects.requireNonNullElse(call.query("code"), ""), Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var code = typed.get("code");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, code, trouble),
                () -> {
                    var user =
                            session.find(call)
                                    .map(checked -> checked.profile().user())
                                    .orElseThrow(() -> new Refused(new Refusal.NotSignedIn()));
                    var open = invitation.run(code);
                    accept.run(user, code, Origins.of(call, PagesApi.DOOR));
                    return say(
                            200,
                            "Welcome",
                            "You are a member of " + open.organization().name() + " now.",
                            Tone.GOOD,
                            new Link("/", "Go on"));
                });
    }

    private Reply show(Call call, String code, Desk.Trouble trouble) {
        var open = invitation.run(code);
        var user = session.find(call).map(checked -> checked.profile().user()).orElse(null);
        if (user == null) {
            return signInFirst(open, code);
        }
        return user.email().key().equals(open.invitation().email().key())
                ? ask(call, open, code, trouble)
                : anotherAccount(open, user);
    }

    private Reply ask(Call call, ShowInvitation.Open open, String code, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call);
        var view =
                new AskView(
                        "Join " + open.organization().name(),
                        "You are invited to " + open.organization().name() + ".",
                        PATH,
                        Map.of(FormGuard.FIELD, browser.token(), "code", code),
                        "Join",
                        List.of(new Link("/", "Not now")),
                        trouble.told().general());
        return browser.shown(desk.paper().print(trouble.status(), "ask", view));
    }

    private Reply signInFirst(ShowInvitation.Open open, String code) {
        var back = new Onward(PATH + "?code=" + code.strip()).seal(desk.steps());
        return say(
                200,
                "You are invited",
                open.invitation().email() + " is invited to " + open.organization().name() + ".",
                Tone.PLAIN,
                new Link("/auth/signup?code=" + code.strip(), "Create an account"),
                new Link("/auth/login?step=" + back, "I have an account: sign in"));
    }

    private Reply anotherAccount(ShowInvitation.Open open, User user) {
        return say(
                403,
                "For somebody else",
                "This invitation is for "
                        + open.invitation().email()
                        + ", and you are signed in as "
                        + user.email()
                        + ".",
                Tone.BAD,
                new Link("/auth/logout", "Sign out"));
    }

    private Reply say(int status, String title, String text, Tone tone, Link... links) {
        return desk.paper()
                .print(status, "message", new MessageView(title, text, tone, List.of(links)));
    }
}
