package dev.latchkey.pages;

import dev.latchkey.core.token.ListApiTokens;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.pages.view.TokensView;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The page of somebody's API tokens, as it is shown. */
record TokensPaper(Desk desk, ListApiTokens list) {
    private static final String STANDARD = "90";
    private static final Map<String, Duration> LIFETIMES =
            Map.of(
                    "7", Duration.ofDays(7),
                    "30", Duration.ofDays(30),
                    "90", Duration.ofDays(90),
                    "365", Duration.ofDays(365));

    private static final List<String> OFFERED = List.of("7", "30", "90", "365", "never");

    /** Null: without an end, which has to be said; anything unknown gets the usual one. */
    static @Nullable Duration lifetime(Typed typed) {
        var chosen = typed.get("lifetime");
        return chosen.equals("never")
                ? null
                : LIFETIMES.getOrDefault(chosen, Duration.ofDays(Long.parseLong(STANDARD)));
    }

    Reply show(Call call, Person person, Typed typed, Desk.Trouble trouble) {
        return show(call, person, typed, null, trouble);
    }

    Reply showSecret(Call call, Person person, String fresh) {
        return show(call, person, Typed.NOTHING, fresh, Desk.Trouble.NONE);
    }

    private Reply show(
            Call call, Person person, Typed typed, @Nullable String fresh, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var text = desk.text(call);
        var rows = new TokenRows(desk.moments());
        var chosen = typed.get("lifetime");
        // A new name for an old token is beside that token, not in the form for a new one.
        var name = typed.get("token").isEmpty() ? typed.get("name") : "";
        var view =
                new TokensView(
                        browser.token(),
                        list.live(person.user().id()).stream()
                                .map(token -> rows.of(token, text))
                                .toList(),
                        name,
                        OFFERED.contains(chosen) ? chosen : STANDARD,
                        OFFERED.stream()
                                .map(days -> new TokensView.Choice(days, text.of("life." + days)))
                                .toList(),
                        fresh,
                        desk.done(call, trouble),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.TOKENS, trouble.status(), "tokens", view));
    }
}
