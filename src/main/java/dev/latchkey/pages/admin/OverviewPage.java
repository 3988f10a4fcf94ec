package dev.latchkey.pages.admin;

import dev.latchkey.core.figure.Figure;
import dev.latchkey.core.figure.ShowFigures;
import dev.latchkey.core.figure.ShowFigures.Period;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;
import dev.latchkey.pages.Desk;
import dev.latchkey.pages.Person;
import dev.latchkey.pages.Tab;
import dev.latchkey.pages.view.OverviewView;

import java.util.List;

/** {@code /admin}: sign-ins, refusals and live sessions of the last day or month. */
final class OverviewPage {
    private static final String PATH = Tab.OVERVIEW.path();

    private final Desk desk;
    private final ShowFigures figures;

    OverviewPage(Desk desk, ShowFigures figures) {
        this.desk = desk;
        this.figures = figures;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::get));
    }

    /** Refuses with NotAllowed for who is no administrator. */
    private Reply get(Call call) {
        return desk.inside(call, PATH, person -> show(call, person));
    }

    private Reply show(Call call, Person person) {
        var period = "month".equals(call.query("period")) ? Period.MONTH : Period.DAY;
        var steps = figures.run(period, person.user().id());
        var charts = new Charts(desk.text(call), period, steps);
        var view =
                new OverviewView(
                        period == Period.MONTH,
                        List.of(
                                charts.of("signIns", Figure.SIGNED_IN),
                                charts.of(
                                        "refusals",
                                        Figure.FAILED,
                                        Figure.THROTTLED,
                                        Figure.OVERLOADED,
                                        Figure.FACTOR_FAILED),
                                charts.of("sessions", Figure.LIVE_SESSIONS)));
        return desk.paper().print(call, person, Tab.OVERVIEW, 200, "overview", view);
    }
}
