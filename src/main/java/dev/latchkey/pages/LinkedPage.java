package dev.latchkey.pages;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.Identities;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.view.LinkedView;
import dev.latchkey.pages.view.ProviderButton;
import dev.latchkey.pages.view.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /account/providers}: which sign-in servers lead to one's account. */
final class LinkedPage {
    private static final String PATH = "/account/providers";
    private static final String BEGIN = PATH + "/link/";

    private final Desk desk;
    private final SignInElsewhere elsewhere;

    LinkedPage(Desk desk, SignInElsewhere elsewhere) {
        this.desk = desk;
        this.elsewhere = elsewhere;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::get),
                Route.post(PATH, this::unlink),
                Route.get(BEGIN + "{id}", this::begin));
    }

    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person, Desk.Trouble.NONE));
    }

    /**
     * An address with the form's token instead of a form, since a form's answer may lead to known
     * places only, and nobody knows where a provider leads in turn.
     */
    private Reply begin(Call call) {
        return desk.inside(
                call,
                PATH,
                person -> {
                    var token = Objects.requireNonNullElse(call.query(FormGuard.FIELD), "");
                    return desk.handle(
                            call,
                            desk.guard().isOurs(call, person, token),
                            trouble -> show(call, person, trouble),
                            () -> toProvider(call, person));
                });
    }

    private Reply toProvider(Call call, Person person) {
        elsewhere.link().prepare(person.session(), person.user());
        var provider =
                elsewhere
                        .providers()
                        .findForeign(call.param("id"))
                        .orElseThrow(() -> new Refused(new Refusal.ProviderUnknown()));
        return elsewhere
                .signIn()
                .begin(
                        call,
                        303,
                        new BeginSignIn.Command(
                                provider,
                                PagesApi.DOOR,
                                ProviderPage.callback(desk, provider),
                                PATH,
                                null,
                                null,
                                person.user().id(),
                                desk.origin(call)));
    }

    /** The browser comes back from a provider. */
    Reply complete(Call call, String callback) {
        return desk.inside(
                call,
                PATH,
                person ->
                        desk.handle(
                                call,
                                true,
                                trouble -> show(call, person, trouble),
                                () -> {
                                    var back = elsewhere.signIn().returned(call, callback);
                                    elsewhere.link().run(back, person.session(), person.user());
                                    return desk.goTo(call, PATH + "?done=linked");
                                }));
    }

    private Reply unlink(Call call) {
        var typed = new Typed(call.form());
        return desk.form(
                call,
                PATH,
                typed,
                (person, trouble) -> show(call, person, trouble),
                person -> {
                    elsewhere
                            .unlink()
                            .run(
                                    person.session(),
                                    person.user(),
                                    typed.get("issuer"),
                                    typed.get("subject"),
                                    desk.origin(call));
                    return desk.goTo(call, PATH + "?done=unlinked");
                });
    }

    private Reply show(Call call, Person person, Desk.Trouble trouble) {
        var names = ProviderNames.of(elsewhere.providers());
        var linked =
                elsewhere.unlink().list(person.user().id()).stream()
                        .map(identity -> view(identity, names))
                        .toList();
        var browser = desk.guard().browser(call, person);
        var view =
                new LinkedView(
                        browser.token(),
                        desk.done(call, trouble),
                        trouble.told().general(),
                        linked,
                        buttons(desk.text(call), browser.token(), issuers(linked)));
        return browser.shown(
                desk.paper().print(call, person, Tab.PROVIDERS, trouble.status(), "linked", view));
    }

    private static Set<String> issuers(List<LinkedView.Linked> linked) {
        return linked.stream().map(LinkedView.Linked::issuer).collect(Collectors.toSet());
    }

    /** For those that are not linked yet. */
    private List<ProviderButton> buttons(Text text, String token, Set<String> linked) {
        return elsewhere.providers().foreign().stream()
                .filter(provider -> !linked.contains(Objects.requireNonNull(provider.issuer())))
                .map(provider ->
                        new ProviderButton(
                                provider.id(),
                                text.of("linked.link", provider.name()),
                                elsewhere.logos().of(provider.id()),
                                BEGIN + provider.id() + "?" + FormGuard.FIELD + "=" + token))
                .toList();
    }

    private LinkedView.Linked view(Identities.Linked identity, ProviderNames names) {
        var name = names.of(identity.issuer());
        return new LinkedView.Linked(
                identity.issuer(),
                identity.subject(),
                name,
                logo(identity.issuer()),
                Moments.day(identity.at()));
    }

    private @Nullable String logo(String issuer) {
        return elsewhere.providers().foreign().stream()
                .filter(provider -> issuer.equals(provider.issuer()))
                .map(provider -> elsewhere.logos().of(provider.id()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
