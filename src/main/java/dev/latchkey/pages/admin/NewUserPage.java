package dev.latchkey.pages.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.CreateUser;
import dev.latchkey.core.admin.AddUser;
import dev.latchkey.core.org.Role;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.NewUserView;

import java.util.List;

/** {@code /admin/users/new}: an account for somebody, who chooses a password or is given one. */
final class NewUserPage {
    private static final String PATH = Tab.USERS.path() + "/new";

    private final Desk desk;
    private final UsersSection rules;

    NewUserPage(Desk desk, UsersSection rules) {
        this.desk = desk;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    /**
     * A sign-in that is too old is told before anything is typed, rather than after. Refuses with
     * NotAllowed for who is no administrator.
     */
    private Reply get(Call call) {
        return desk.inside(
                call,
                PATH,
                person -> {
                    rules.administrators().require(person.user().id());
                    desk.requireRecent(person);
                    return show(call, person, Typed.NOTHING, Desk.Trouble.NONE);
                });
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        return desk.graveForm(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, typed, trouble),
                person -> make(call, person, typed));
    }

    private Reply make(Call call, Person person, Typed typed) {
        rules.administrators().require(person.user().id());
        var command = command(typed, person, desk.origin(call));
        var user = rules.add().run(new AddUser.Command(command, null, Role.MEMBER));
        return desk.goTo(
                call,
                UserPaper.path(user.id())
                        + "?done="
                        + (command.password() == null ? "userInvited" : "userMade"));
    }

    private static CreateUser.Command command(Typed typed, Person person, Origin origin) {
        var userName = typed.get("userName").strip();
        var given = givesPassword(typed);
        return new CreateUser.Command(
                typed.get("email").strip(),
                userName.isEmpty() ? null : userName,
                given ? typed.get("password") : null,
                typed.get("firstName").strip(),
                typed.get("lastName").strip(),
                isChecked(typed, "administrator"),
                given && isChecked(typed, "verified"),
                person.user().id(),
                origin);
    }

    private static boolean givesPassword(Typed typed) {
        return typed.get("how").equals("password");
    }

    private static boolean isChecked(Typed typed, String field) {
        return typed.get(field).equals("true");
    }

    private Reply show(Call call, Person person, Typed typed, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var view =
                new NewUserView(
                        browser.token(),
                        typed.get("email"),
                        typed.get("userName"),
                        typed.get("firstName"),
                        typed.get("lastName"),
                        givesPassword(typed),
                        isChecked(typed, "verified"),
                        isChecked(typed, "administrator"),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.USERS, trouble.status(), "new-user", view));
    }
}
