package dev.latchkey.pages;

import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account/security}: somebody's own second factors. */
public record SecuritySection(FactorRules rules) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.SECURITY);
    }

    /** Those of the sign-in page about factors, which has them already. */
    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new SecurityPage(desk, rules).routes();
    }
}
