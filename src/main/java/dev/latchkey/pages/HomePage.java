package dev.latchkey.pages;

import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.HomeView;

import java.util.List;

/** {@code /}: who is signed in, and where to go. */
final class HomePage {
    private final Desk desk;
    private final SignUpRules rules;
    private final OutboxPage outbox;

    HomePage(Desk desk, SignUpRules rules, OutboxPage outbox) {
        this.desk = desk;
        this.rules = rules;
        this.outbox = outbox;
    }

    List<Route> routes() {
        return List.of(Route.get("/", this::get));
    }

    private Reply get(Call call) {
        var reader = outbox.mayRead(call);
        var view =
                desk.person(call)
                        .map(person -> of(person, reader))
                        .orElseGet(() -> new HomeView(null, "", List.of(), rules.open(), reader));
        return desk.paper().print(call, 200, "home", view);
    }

    private HomeView of(Person person, boolean outboxReader) {
        var organizations =
                person.checked().profile().memberships().stream()
                        .map(membership -> membership.organization().name())
                        .toList();
        return new HomeView(
                person.name(),
                person.user().email().text(),
                organizations,
                rules.open(),
                outboxReader);
    }
}
