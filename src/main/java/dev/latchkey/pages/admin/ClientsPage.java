package dev.latchkey.pages.admin;

import dev.latchkey.core.client.ClientProof;
import dev.latchkey.core.client.ClientSettings;
import dev.latchkey.core.client.ClientWithSecret;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.client.IdTokenAlgorithm;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.ClientsView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /admin/clients}: lists, registers, gives a new secret, deletes. */
final class ClientsPage {
    private static final String PATH = Tab.CLIENTS.path();

    private final Desk desk;
    private final ClientsSection rules;

    ClientsPage(Desk desk, ClientsSection rules) {
        this.desk = desk;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::register),
                Route.post(PATH + "/secret", this::renewSecret),
                Route.post(PATH + "/delete", this::delete));
    }

    private interface Change {
        Reply run(Person person, Typed typed);
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        return desk.inside(
                call, PATH, person -> show(call, person, Typed.NOTHING, null, Desk.Trouble.NONE));
    }

    private Reply register(Call call) {
        return change(
                call,
                (person, typed) ->
                        tell(
                                call,
                                person,
                                rules.register()
                                        .run(
                                                null,
                                                settings(typed),
                                                person.user().id(),
                                                desk.origin(call))));
    }

    private Reply renewSecret(Call call) {
        return change(
                call,
                (person, typed) ->
                        tell(
                                call,
                                person,
                                rules.change()
                                        .renewSecret(
                                                typed.get("client"),
                                                person.user().id(),
                                                desk.origin(call))));
    }

    private Reply delete(Call call) {
        return change(
                call,
                (person, typed) -> {
                    rules.delete().run(typed.get("client"), person.user().id(), desk.origin(call));
                    return desk.goTo(call, PATH);
                });
    }

    private Reply change(Call call, Change doing) {
        var typed = new Typed(call.form());
        return desk.graveForm(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, typed, null, trouble),
                person -> doing.run(person, typed));
    }

    /** What people type here; the rest is for the command line. */
    private static ClientSettings settings(Typed typed) {
        return new ClientSettings(
                typed.get("name").strip(),
                typed.get("kind").equals("public") ? ClientProof.NONE : ClientProof.SECRET,
                null,
                IdTokenAlgorithm.RS256,
                words(typed.get("redirectUris")),
                words(typed.get("postLogoutUris")),
                typed.get("backChannelLogoutUri").isBlank()
                        ? null
                        : typed.get("backChannelLogoutUri").strip(),
                Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                null,
                Set.of(),
                typed.get("trusted").equals("true"),
                false);
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** A secret is on the very page that answers, since it is kept nowhere. */
    private Reply tell(Call call, Person person, ClientWithSecret made) {
        return show(call, person, Typed.NOTHING, made, Desk.Trouble.NONE);
    }

    private Reply show(
            Call call,
            Person person,
            Typed typed,
            @Nullable ClientWithSecret made,
            Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var view =
                new ClientsView(
                        rules.list().all(person.user().id()).stream()
                                .map(ClientsView.Row::of)
                                .toList(),
                        made == null ? null : made.client().id(),
                        made == null || made.secret() == null ? null : made.secret().text(),
                        browser.token(),
                        typed.get("name"),
                        typed.get("redirectUris"),
                        typed.get("postLogoutUris"),
                        typed.get("backChannelLogoutUri"),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.CLIENTS, trouble.status(), "clients", view));
    }
}
