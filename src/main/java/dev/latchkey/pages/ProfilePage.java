package dev.latchkey.pages;

import dev.latchkey.core.account.ChangeProfile;
import dev.latchkey.core.account.User;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.ProfileView;

import java.util.List;
import java.util.Objects;

/** {@code /account}: names and user name. */
final class ProfilePage {
    private static final String PATH = "/account";

    /** The names as they are, or as they were typed. */
    private record Names(String first, String last, String user) {
        static Names of(User user) {
            return new Names(
                    user.firstName(),
                    user.lastName(),
                    Objects.requireNonNullElse(user.userName(), ""));
        }

        static Names of(Typed typed) {
            return new Names(
                    typed.get("firstName"), typed.get("lastName"), typed.get("userName").strip());
        }
    }

    private final Desk desk;
    private final ChangeProfile changeProfile;

    ProfilePage(Desk desk, ChangeProfile changeProfile) {
        this.desk = desk;
        this.changeProfile = changeProfile;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH, this::post));
    }

    private Reply get(Call call) {
        return desk.inside(
                call,
                PATH,
                person -> show(call, person, Names.of(person.user()), Desk.Trouble.NONE));
    }

    private Reply post(Call call) {
        var typed = new Typed(call.form());
        var names = Names.of(typed);
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, names, trouble),
                person -> change(call, person, names));
    }

    private Reply change(Call call, Person person, Names names) {
        changeProfile.run(
                new ChangeProfile.Command(
                        person.user().id(),
                        names.first(),
                        names.last(),
                        names.user().isEmpty() ? null : names.user(),
                        desk.origin(call)));
        return desk.goTo(call, PATH + "?done=saved");
    }

    private Reply show(Call call, Person person, Names names, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var view =
                new ProfileView(
                        browser.token(),
                        names.first(),
                        names.last(),
                        names.user(),
                        person.user().email().text(),
                        desk.done(call, trouble),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.PROFILE, trouble.status(), "profile", view));
    }
}
