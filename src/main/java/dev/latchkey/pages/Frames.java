package dev.latchkey.pages;

import dev.latchkey.core.language.Language;
import dev.latchkey.http.Call;
import dev.latchkey.pages.view.Brand;
import dev.latchkey.pages.view.Frame;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes what stands around a page. */
final class Frames {
    private final Tongue tongue;
    private final Brand brand;
    private final Set<Tab> tabs;

    /**
     * @param tabs those that lead somewhere
     */
    Frames(Tongue tongue, Brand brand, Set<Tab> tabs) {
        this.tongue = tongue;
        this.brand = brand;
        this.tabs = tabs;
    }

    Frame around(Call call) {
        return new Frame(tongue.of(call), brand, others(call), null);
    }

    Frame around(Call call, Person person, Tab current) {
        var text = tongue.of(call);
        var own =
                Stream.of(Tab.values())
                        .filter(tab -> tabs.contains(tab) && tab.area() == current.area())
                        .map(tab -> new Frame.Item(tab.path(), text.of(tab.key()), tab == current));
        var label = text.of("menu." + current.area());
        var items = Stream.concat(own, across(current, person).map(tab -> way(call, tab))).toList();
        return new Frame(text, brand, others(call), new Frame.Menu(label, person.name(), items));
    }

    /** The way to the other menu: to its first page there is, for those it is open to. */
    private Stream<Tab> across(Tab current, Person person) {
        return person.user().administrator()
                ? Stream.of(Tab.values())
                        .filter(tab -> tabs.contains(tab) && tab.area() != current.area())
                        .limit(1)
                : Stream.empty();
    }

    private Frame.Item way(Call call, Tab tab) {
        return new Frame.Item(tab.path(), tongue.of(call).of("menu." + tab.area()), false);
    }

    private List<Frame.Choice> others(Call call) {
        var here = tongue.language(call);
        return Arrays.stream(Language.values())
                .filter(language -> language != here)
                .map(language ->
                        new Frame.Choice(
                                language.tag(), language.ownName(), inLanguage(call, language)))
                .toList();
    }

    /** This very page, asked for in another language. */
    private static String inLanguage(Call call, Language language) {
        var query = new StringBuilder();
        Queries.readable(call)
                .forEach((name, values) -> {
                    if (!name.equals(Tongue.PARAMETER)) {
                        values.forEach(value ->
                                query.append(Address.encode(name))
                                        .append('=')
                                        .append(Address.encode(value))
                                        .append('&'));
                    }
                });
        // One slash only: two would name another host.
        var path = "/" + call.path().replaceFirst("^/+", "");
        return path + "?" + query + Tongue.PARAMETER + "=" + language.tag();
    }
}
