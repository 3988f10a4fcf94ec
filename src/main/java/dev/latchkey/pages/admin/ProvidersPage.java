package dev.latchkey.pages.admin;

import dev.latchkey.core.federation.Provider;
import dev.latchkey.core.federation.ShowProviders;
import dev.latchkey.core.federation.ShowProviders.Shown;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.ProvidersView;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code /admin/providers}: shows what is configured, and asks whether it answers. */
final class ProvidersPage {
    private static final String PATH = Tab.ADMIN_PROVIDERS.path();

    private final Desk desk;
    private final ProvidersSection rules;

    ProvidersPage(Desk desk, ProvidersSection rules) {
        this.desk = desk;
        this.rules = rules;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH + "/check", this::check));
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, null, Desk.Trouble.NONE));
    }

    private Reply check(Call call) {
        var typed = new Typed(call.form());
        return desk.graveForm(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, null, trouble),
                person -> checked(call, person, typed.get("provider")));
    }

    private Reply checked(Call call, Person person, String id) {
        var problem = rules.providers().check(id, person.user().id(), desk.origin(call));
        var name =
                rules.providers().run(person.user().id()).stream()
                        .map(Shown::provider)
                        .filter(provider -> provider.id().equals(id))
                        .map(Provider::name)
                        .findFirst()
                        .orElse(id);
        return show(call, person, new ProvidersView.Checked(name, problem), Desk.Trouble.NONE);
    }

    private Reply show(
            Call call,
            Person person,
            ProvidersView.@Nullable Checked checked,
            Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var view =
                new ProvidersView(
                        rules.providers().run(person.user().id()).stream()
                                .map(shown -> row(shown, text))
                                .toList(),
                        browser.token(),
                        checked,
                        trouble.told().general());
        return browser.shown(
                desk.paper()
                        .print(
                                call,
                                person,
                                Tab.ADMIN_PROVIDERS,
                                trouble.status(),
                                "admin-providers",
                                view));
    }

    private ProvidersView.Row row(Shown shown, Text text) {
        var provider = shown.provider();
        var linked = String.format(text.language().locale(), "%,d", shown.linked());
        return new ProvidersView.Row(
                provider.id(),
                provider.name(),
                text.of("provider." + provider.kind()),
                String.valueOf(provider.issuer()),
                shown.linked() == ShowProviders.MOST
                        ? text.of("providers.linked.more", linked)
                        : linked,
                shown.usual(),
                doors(shown, text));
    }

    /** What is to be registered at the provider, character by character. */
    private List<ProvidersView.Door> doors(Shown shown, Text text) {
        var id = URLEncoder.encode(shown.provider().id(), StandardCharsets.UTF_8);
        var url = rules.publicUrl();
        var doors = new ArrayList<ProvidersView.Door>();
        doors.add(
                new ProvidersView.Door(
                        text.of("providers.door.pages"), url + "/auth/callback/" + id));
        if (rules.trieve() && shown.usual()) {
            doors.add(new ProvidersView.Door("Trieve", url + "/trieve/api/auth/callback"));
        }
        if (rules.semaphore()) {
            doors.add(
                    new ProvidersView.Door(
                            "Semaphore", url + "/semaphore/api/auth/oidc/" + id + "/redirect"));
        }
        return doors;
    }
}
