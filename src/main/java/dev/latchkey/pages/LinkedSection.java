package dev.latchkey.pages;

import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account/providers}: other people's sign-in servers that lead to one's account. */
public record LinkedSection(SignInElsewhere elsewhere) implements Section {

    @Override
    public List<Tab> tabs() {
        return elsewhere.providers().foreign().isEmpty() ? List.of() : List.of(Tab.PROVIDERS);
    }

    @Override
    public List<String> words() {
        return List.of("linked");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new LinkedPage(desk, elsewhere).routes();
    }
}
