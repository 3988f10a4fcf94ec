package dev.latchkey.pages.admin;

import dev.latchkey.core.key.RotateKeys;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.util.List;

/** {@code /admin/keys}: what this server signs with. */
public record KeysSection(RotateKeys keys) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.KEYS);
    }

    @Override
    public List<String> words() {
        return List.of("keys");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new KeysPage(desk, keys).routes();
    }
}
