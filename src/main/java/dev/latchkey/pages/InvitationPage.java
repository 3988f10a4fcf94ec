package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;
import dev.latchkey.core.org.AcceptInvitation;
import dev.latchkey.core.org.ShowInvitation;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.door.BrowserSession;
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
                    accept.run(user, code, desk.origin(call));
                    return say(
                            call,
                            200,
                            desk.text(call).of("joined.title"),
                            desk.text(call).of("joined.text", open.organization().name()),
                            Tone.GOOD,
                            new Link("/", desk.text(call).of("go.on")));
                });
    }

    private Reply show(Call call, String code, Desk.Trouble trouble) {
        var open = invitation.run(code);
        var user = session.find(call).map(checked -> checked.profile().user()).orElse(null);
        if (user == null) {
            return signInFirst(call, open, code);
        }
        return user.email().key().equals(open.invitation().email().key())
                ? ask(call, open, code, trouble)
                : anotherAccount(call, open, user);
    }

    private Reply ask(Call call, ShowInvitation.Open open, String code, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call);
        var text = desk.text(call);
        var view =
                new AskView(
                        text.of("invitation.title", open.organization().name()),
                        text.of("invitation.text", open.organization().name()),
                        PATH,
                        Map.of(FormGuard.FIELD, browser.token(), "code", code),
                        text.of("invitation.join"),
                        List.of(new Link("/", text.of("invitation.later"))),
                        trouble.told().general());
        return browser.shown(desk.paper().print(call, trouble.status(), "ask", view));
    }

    private Reply signInFirst(Call call, ShowInvitation.Open open, String code) {
        var back = new Onward(PATH + "?code=" + code.strip()).seal(desk.steps());
        var text = desk.text(call);
        return say(
                call,
                200,
                text.of("invited.title"),
                text.of("invited.text", open.invitation().email(), open.organization().name()),
                Tone.PLAIN,
                new Link("/auth/signup?code=" + code.strip(), text.of("invited.create")),
                new Link("/auth/login?step=" + back, text.of("invited.signIn")));
    }

    private Reply anotherAccount(Call call, ShowInvitation.Open open, User user) {
        var text = desk.text(call);
        return say(
                call,
                403,
                text.of("notYours.title"),
                text.of("notYours.text", open.invitation().email(), user.email()),
                Tone.BAD,
                new Link("/auth/logout", text.of("sign.out")));
    }

    private Reply say(Call call, int status, String title, String text, Tone tone, Link... links) {
        return desk.paper()
                .print(call, status, "message", new MessageView(title, text, tone, List.of(links)));
    }
}
