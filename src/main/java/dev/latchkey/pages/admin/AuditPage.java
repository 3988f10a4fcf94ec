package dev.latchkey.pages.admin;

import dev.latchkey.core.Refused;
import dev.latchkey.core.audit.AuditWish;
import dev.latchkey.core.audit.ReadAuditLog;
import dev.latchkey.core.audit.ReadAuditLog.Format;
import dev.latchkey.core.audit.ReadAuditLog.Found;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.Typed;
import dev.latchkey.pages.view.AuditView;

import java.util.List;

/** {@code /admin/audit}: looks things up in the audit log, and takes them along. */
final class AuditPage {
    private static final String PATH = Tab.AUDIT.path();
    private static final int ROWS = 50;
    private static final Found NOTHING = new Found(List.of(), null);

    private final Desk desk;
    private final ReadAuditLog log;

    AuditPage(Desk desk, ReadAuditLog log) {
        this.desk = desk;
        this.log = log;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get), Route.post(PATH + "/export", this::export));
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        var wish = AuditQuery.of(call);
        return desk.inside(
                call,
                AuditQuery.href(wish, null),
                person -> look(call, person, wish, AuditQuery.place(call), Desk.Trouble.NONE));
    }

    private Reply export(Call call) {
        var typed = new Typed(call.form());
        var wish = AuditQuery.of(typed);
        return desk.form(
                call,
                AuditQuery.href(wish, null),
                typed,
                (person, trouble) -> look(call, person, wish, "", trouble),
                person -> file(call, person, wish, typed));
    }

    private Reply file(Call call, Person person, AuditWish wish, Typed typed) {
        var format = typed.get("format").equals("jsonl") ? Format.JSON_LINES : Format.CSV;
        var found = log.export(wish, format, person.user().id(), desk.origin(call));
        return new AuditFile(found, desk.moments().clock().instant()).in(format);
    }

    private Reply look(
            Call call, Person person, AuditWish wish, String place, Desk.Trouble trouble) {
        try {
            var found = log.page(wish, place, ROWS, person.user().id());
            return show(call, person, wish, found, trouble);
        } catch (Refused refused) {
            return show(call, person, wish, NOTHING, desk.trouble(call, refused));
        }
    }

    private Reply show(
            Call call, Person person, AuditWish wish, Found found, Desk.Trouble trouble) {
        var browser = desk.guard().browser(call, person);
        var rows = new AuditRows(desk.text(call));
        var view =
                new AuditView(
                        wish,
                        rows.kinds(wish),
                        found.entries().stream().map(rows::row).toList(),
                        found.next() == null ? null : AuditQuery.href(wish, found.next()),
                        browser.token(),
                        trouble.told());
        return browser.shown(
                desk.paper().print(call, person, Tab.AUDIT, trouble.status(), "audit", view));
    }
}
