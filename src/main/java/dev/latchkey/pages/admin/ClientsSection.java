package dev.latchkey.pages.admin;

import dev.latchkey.core.client.ChangeClient;
import dev.latchkey.core.client.DeleteClient;
import dev.latchkey.core.client.ListClients;
import dev.latchkey.core.client.RegisterClient;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.util.List;

/** {@code /admin/clients}: the applications that sign people in here. */
public record ClientsSection(
        ListClients list, RegisterClient register, ChangeClient change, DeleteClient delete)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.CLIENTS);
    }

    @Override
    public List<String> words() {
        return List.of("clients");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new ClientsPage(desk, this).routes();
    }
}
