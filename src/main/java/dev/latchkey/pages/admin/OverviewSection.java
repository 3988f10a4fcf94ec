package dev.latchkey.pages.admin;

import dev.latchkey.core.figure.ShowFigures;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.util.List;

/** {@code /admin}: how much happens. */
public record OverviewSection(ShowFigures figures) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.OVERVIEW);
    }

    @Override
    public List<String> words() {
        return List.of("overview");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new OverviewPage(desk, figures).routes();
    }
}
