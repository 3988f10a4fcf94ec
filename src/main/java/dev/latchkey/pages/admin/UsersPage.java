package dev.latchkey.pages.admin;

import dev.latchkey.core.account.User;
import dev.latchkey.core.admin.FindUsers;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.view.Text;
import dev.latchkey.pages.view.UsersView;

import java.util.List;
import java.util.Objects;

/** {@code /admin/users}: finds accounts. */
final class UsersPage {
    private final Desk desk;
    private final FindUsers find;

    UsersPage(Desk desk, FindUsers find) {
        this.desk = desk;
        this.find = find;
    }

    List<Route> routes() {
        return List.of(Route.get(Tab.USERS.path(), this::get));
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        return desk.inside(call, Tab.USERS.path(), person -> show(call, person));
    }

    private Reply show(Call call, Person person) {
        var search = UserSearch.of(call);
        var page = find.run(search.query(), person.user().id());
        var text = desk.text(call);
        var view =
                new UsersView(
                        search.text(),
                        search.status(),
                        page.users().stream().map(user -> row(user, text)).toList(),
                        page.next() == null ? null : search.path(page.next()),
                        search.after() == null ? null : search.path(null));
        return desk.paper().print(call, person, Tab.USERS, 200, "users", view);
    }

    private UsersView.Row row(User user, Text text) {
        return new UsersView.Row(
                user.id().toString(),
                Objects.requireNonNullElse(user.displayName(), user.email().localPart()),
                user.email().text(),
                user.isActive(),
                user.administrator(),
                user.lastLoginAt() == null ? null : desk.moments().past(user.lastLoginAt(), text));
    }
}
