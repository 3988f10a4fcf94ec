package dev.latchkey.pages;

import dev.latchkey.core.client.Clients;
import dev.latchkey.core.client.GiveConsent;
import dev.latchkey.core.client.RevokeConsent;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /auth/consent} and {@code /account/applications}: whether an application may know what it
 * asks for, and for how long.
 */
public record ConsentSection(Clients clients, GiveConsent give, RevokeConsent revoke)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.APPLICATIONS);
    }

    @Override
    public List<String> words() {
        return List.of("consent");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return Stream.concat(
                        new ConsentPage(desk, clients, give).routes().stream(),
                        new ApplicationsPage(desk, clients, revoke).routes().stream())
                .toList();
    }
}
