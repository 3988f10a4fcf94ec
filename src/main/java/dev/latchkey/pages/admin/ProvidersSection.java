package dev.latchkey.pages.admin;

import dev.latchkey.core.federation.ShowProviders;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.net.URI;
import java.util.List;

/**
 * {@code /admin/providers}: other people's sign-in servers.
 *
 * @param trieve whether Trieve's API is there, which sends people to the usual one
 * @param semaphore whether Semaphore's API is there, which offers each
 */
public record ProvidersSection(
        ShowProviders providers, URI publicUrl, boolean trieve, boolean semaphore)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.ADMIN_PROVIDERS);
    }

    @Override
    public List<String> words() {
        return List.of("providers");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new ProvidersPage(desk, this).routes();
    }
}
