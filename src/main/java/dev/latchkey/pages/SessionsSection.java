package dev.latchkey.pages;

import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.ListSessions;
import dev.latchkey.http.Route;

import java.util.List;

/** {@code /account/sessions}. */
public record SessionsSection(ListSessions listSessions, EndSession endSession) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.SESSIONS);
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new SessionsPage(desk, listSessions, endSession).routes();
    }
}
