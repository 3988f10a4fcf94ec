package dev.latchkey.pages.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.session.SessionId;
import dev.latchkey.core.token.ApiTokenId;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;

import java.util.List;

/** {@code /admin/users/{id}}: one account, and what is done to it. */
final class UserPage {
    private static final String PATH = Tab.USERS.path() + "/{id}";

    /** One thing that an administrator does to somebody. */
    private interface Act {
        void run(UserId user, UserId actor, Typed typed, Origin origin);
    }

    private final Desk desk;
    private final UsersSection rules;
    private final UserPaper paper;

    UserPage(Desk desk, UsersSection rules) {
        this.desk = desk;
        this.rules = rules;
        this.paper = new UserPaper(desk, rules);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                post("disable", "userDisabled", status(User.Status.DISABLED)),
                post("enable", "userEnabled", status(User.Status.ACTIVE)),
                post("administrator/make", "administratorMade", administrator(true)),
                post("administrator/unmake", "administratorUnmade", administrator(false)),
                post(
                        "reset-mail",
                        "resetSent",
                        (user, actor, typed, origin) -> rules.sendReset().run(user, actor, origin)),
                post(
                        "sessions/end",
                        "ended",
                        (user, actor, typed, origin) ->
                                rules.end()
                                        .one(
                                                user,
                                                SessionId.of(typed.id("session")),
                                                actor,
                                                origin)),
                post(
                        "sessions/end-all",
                        "endedAll",
                        (user, actor, typed, origin) -> rules.end().all(user, actor, origin)),
                post(
                        "tokens/revoke",
                        "revoked",
                        (user, actor, typed, origin) ->
                                rules.end()
                                        .token(
                                                user,
                                                new ApiTokenId(typed.id("token")),
                                                actor,
                                                origin)),
                post(
                        "identities/unlink",
                        "userUnlinked",
                        (user, actor, typed, origin) ->
                                rules.takeIdentity()
                                        .run(
                                                user,
                                                typed.get("issuer"),
                                                typed.get("subject"),
                                                actor,
                                                origin)),
                post(
                        "factors/reset",
                        "factorsReset",
                        (user, actor, typed, origin) ->
                                rules.resetFactors().run(user, actor, origin)));
    }

    private Act status(User.Status status) {
        return (user, actor, typed, origin) ->
                rules.changeStatus().run(user, status, actor, origin);
    }

    private Act administrator(boolean administrator) {
        return (user, actor, typed, origin) ->
                rules.changeAdministrator().run(user, administrator, actor, origin);
    }

    /** Refuses with NotAllowed for who is no administrator, and with AccountUnknown. */
    private Reply get(Call call) {
        var user = user(call);
        return desk.inside(
                call,
                UserPaper.path(user),
                person -> paper.show(call, person, user, Desk.Trouble.NONE));
    }

    private Route post(String path, String done, Act act) {
        return Route.post(PATH + "/" + path, call -> act(call, done, act));
    }

    private Reply act(Call call, String done, Act act) {
        var typed = new Typed(call.form());
        var user = user(call);
        return desk.graveForm(
                call,
                UserPaper.path(user),
                typed,
                (person, trouble) -> paper.show(call, person, user, trouble),
                person -> {
                    act.run(user, person.user().id(), typed, desk.origin(call));
                    return desk.goTo(call, UserPaper.path(user) + "?done=" + done);
                });
    }

    /** Whose page it is; one that nobody has when the address names none. */
    private static UserId user(Call call) {
        return new UserId(Uuids.parse(call.param("id")).orElse(Uuids.NIL));
    }
}
