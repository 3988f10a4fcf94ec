package dev.latchkey.pages;

import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.session.Checked;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.HomeView;

import java.util.List;

/** {@code /}: who is signed in, and where to go. */
final class HomePage {
    private final Paper paper;
    private final BrowserSession session;
    private final SignUpRules rules;
    private final OutboxPage outbox;

    HomePage(Paper paper, BrowserSession session, SignUpRules rules, OutboxPage outbox) {
        this.paper = paper;
        this.session = session;
        this.rules = rules;
        this.outbox = outbox;
    }

    List<Route> routes() {
        return List.of(Route.get("/", this::get));
    }

    private Reply get(Call call) {
        var reader = outbox.mayRead(call);
        return session.find(call)
                .map(checked -> paper.print(200, "home", of(checked, reader)))
                .orElseGet(() ->
                        paper.print(
                                200,
                                "home",
                                new HomeView(null, "", List.of(), rules.open(), reader)));
    }

    private HomeView of(Checked checked, boolean outboxReader) {
        var user = checked.profile().user();
        var name = user.displayName() == null ? user.email().localPart() : user.displayName();
        var organizations =
                checked.profile().memberships().stream()
                        .map(membership -> membership.organization().name())
                        .toList();
        return new HomeView(name, user.email().text(), organizations, rules.open(), outboxReader);
    }
}
