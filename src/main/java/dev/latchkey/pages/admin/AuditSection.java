package dev.latchkey.pages.admin;

import dev.latchkey.core.audit.ReadAuditLog;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Section;
import dev.latchkey.pages.Tab;

import java.util.List;

/** {@code /admin/audit}: what happened, by whom, from where. */
public record AuditSection(ReadAuditLog log) implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of(Tab.AUDIT);
    }

    @Override
    public List<String> words() {
        return List.of("audit");
    }

    @Override
    public List<Route> routes(Desk desk) {
        return new AuditPage(desk, log).routes();
    }
}
