package dev.latchkey.door;

import dev.latchkey.core.Refusal;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code GET /healthz}: 200 when the server can do its work, 503 when it cannot right now. */
public final class HealthApi extends SortedApi {
    private final BooleanSupplier ready;

    /**
     * @param ready whether the database answers; takes a few seconds to say no at the most
     */
    public HealthApi(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/healthz",
                        call -> ready.getAsBoolean() ? says(200, "ok") : says(503, "unavailable")));
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return says(503, "unavailable");
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return says(problem.status(), problem.status() < 500 ? "bad request" : "unavailable");
    }

    private static Reply says(int status, String word) {
        return Reply.json(status, Map.of("status", word));
    }
}
