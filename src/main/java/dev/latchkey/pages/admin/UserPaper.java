package dev.latchkey.pages.admin;

import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.admin.ShowUser;
import dev.latchkey.core.factor.Factors;
import dev.latchkey.core.factor.Passkey;
import dev.latchkey.core.federation.Identities;
import dev.latchkey.core.session.Session;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Moments;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.ProviderNames;
import dev.latchkey.pages.SessionRows;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.TokenRows;
import dev.latchkey.pages.view.LinkedView;
import dev.latchkey.pages.view.SessionsView;
import dev.latchkey.pages.view.Text;
import dev.latchkey.pages.view.UserView;

import java.util.List;
import java.util.Objects;

/** One account, as it is shown. */
record UserPaper(Desk desk, UsersSection rules) {
    private static final int MOST_SESSIONS = 100;

    static String path(UserId user) {
        return Tab.USERS.path() + "/" + user;
    }

    Reply show(Call call, Person person, UserId id, Desk.Trouble trouble) {
        var shown = rules.show().run(id, person.user().id());
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var user = shown.user();
        var tokens = new TokenRows(desk.moments());
        var view =
                new UserView(
                        path(id),
                        browser.token(),
                        Objects.requireNonNullElse(user.displayName(), user.email().localPart()),
                        facts(shown, text),
                        places(shown),
                        sessions(shown.sessions(), person, text),
                        Math.max(0, shown.sessions().size() - MOST_SESSIONS),
                        shown.tokens().stream().map(one -> tokens.of(one, text)).toList(),
                        identities(shown.identities()),
                        factors(shown.factors()),
                        desk.done(call, trouble),
                        trouble.told().general());
        return browser.shown(
                desk.paper().print(call, person, Tab.USERS, trouble.status(), "user", view));
    }

    private UserView.Facts facts(ShowUser.Shown shown, Text text) {
        User user = shown.user();
        return new UserView.Facts(
                user.id().toString(),
                user.email().text(),
                user.isEmailVerified(),
                user.userName(),
                user.isActive(),
                user.administrator(),
                shown.hasPassword(),
                desk.moments().past(user.createdAt(), text),
                user.lastLoginAt() == null ? null : desk.moments().past(user.lastLoginAt(), text));
    }

    private static List<UserView.Place> places(ShowUser.Shown shown) {
        return shown.organizations().stream()
                .map(one ->
                        new UserView.Place(
                                OrganizationPaper.path(one.organization().id()),
                                one.organization().name(),
                                one.role().name()))
                .toList();
    }

    private List<SessionsView.Row> sessions(List<Session> sessions, Person person, Text text) {
        var rows = new SessionRows(desk.moments());
        return sessions.stream()
                .limit(MOST_SESSIONS)
                .map(one -> rows.of(one, one.id().equals(person.session().id()), text))
                .toList();
    }

    private List<LinkedView.Linked> identities(List<Identities.Linked> identities) {
        var names = ProviderNames.of(rules.providers());
        return identities.stream()
                .map(one ->
                        new LinkedView.Linked(
                                one.issuer(),
                                one.subject(),
                                names.of(one.issuer()),
                                null,
                                Moments.day(one.at())))
                .toList();
    }

    private static UserView.Factors factors(Factors factors) {
        return new UserView.Factors(
                factors.authenticator(),
                factors.passkeys().stream().map(Passkey::name).toList(),
                factors.recoveryCodes());
    }
}
