package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.FirstAdministrator;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.Objects;

/** {@code /auth/setup}: the first administrator, by the one-time link that the server printed. */
final class SetupPage {
    private static final String PATH = "/auth/setup";

    private final Desk desk;
    private final FirstAdministrator firstAdministrator;
    private final Entrance entrance;

    SetupPage(Desk desk, FirstAdministrator firstAdministrator, Entrance entrance) {
        this.desk = desk;
        this.firstAdministrator = firstAdministrator;
        this.entrance = entrance;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        var token = Objects.requireNonNullElse(call.query("token"), "");
        return show(call, new NewAccount("", token, "", "", ""), Desk.Trouble.NONE);
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var account = NewAccount.of(typed, "token");
        return desk.handle(
                call,
                typed,
                trouble -> show(call, account, trouble),
                () -> {
                    firstAdministrator.run(
                            account.secret(),
                            account.email(),
                            typed.get("password"),
                            account.firstName(),
                            account.lastName(),
                            desk.origin(call));
                    return entrance.run(call, account.email(), typed.get("password"), "");
                });
    }

    private Reply show(Call call, NewAccount account, Desk.Trouble trouble) {
        if (!firstAdministrator.isLive(account.secret())) {
            throw new Refused(new Refusal.SetupLinkInvalid());
        }
        var browser = desk.guard().browser(call);
        var view = account.view(browser.token(), null, List.of(), trouble.told());
        return browser.shown(desk.paper().print(call, trouble.status(), "setup", view));
    }
}
