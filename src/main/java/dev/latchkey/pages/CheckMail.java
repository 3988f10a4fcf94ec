package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.core.verification.SendVerification;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.CheckMailView;
import dev.latchkey.pages.view.CheckMailView.Mail;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Says that a verification mail is on its way, and sends another on request: to the address that
 * somebody signed up with or proved a password for just now, which travels sealed, so that nobody
 * can have mail sent to, or learn about, anybody else's.
 */
final class CheckMail {
    private static final String PURPOSE = "address to verify";

    private final Desk desk;
    private final PageStep steps;
    private final SendVerification send;

    CheckMail(Desk desk, SendVerification send) {
        this.desk = desk;
        this.steps = desk.steps();
        this.send = send;
    }

    List<Route> routes() {
        return List.of(Route.post("/auth/verify-email/resend", this::post));
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var address = steps.open(PURPOSE, typed.get("address"));
        var email =
                Email.parse(address).orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
        var step = typed.get("step");
        return desk.handle(
                call,
                typed,
                trouble ->
                        show(
                                call,
                                email,
                                step,
                                Mail.SENT_EARLIER,
                                trouble.status(),
                                trouble.told().general()),
                () -> {
                    send.run(address, desk.origin(call));
                    return show(call, email, step, Mail.SENT_AGAIN);
                });
    }

    Reply show(Call call, Email email, String step, Mail mail) {
        return show(call, email, step, mail, 200, null);
    }

    private Reply show(
            Call call, Email email, String step, Mail mail, int status, @Nullable String problem) {
        desk.onward(step);
        var browser = desk.guard().browser(call);
        var address = steps.seal(PURPOSE, email.text());
        var view = new CheckMailView(browser.token(), email.text(), address, step, mail, problem);
        return browser.shown(desk.paper().print(call, status, "check-mail", view));
    }
}
