package dev.latchkey.pages;

import dev.latchkey.core.client.Clients;
import dev.latchkey.core.client.GiveConsent;
import dev.latchkey.http.Route;

import java.util.List;

/** {@code /auth/consent}: whether an application may know what it asks for. */
public record ConsentSection(Clients clients, GiveConsent consents) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of();
    }

    @Override
    public List<String> words() {
        return List.of("consent");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new ConsentPage(desk, clients, consents).routes();
    }
}
