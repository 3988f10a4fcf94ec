package dev.latchkey.bench;

import dev.latchkey.http.Api;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.util.List;

/** Always the same answer from the same HTTP server: the most that a check could ever reach. */
record ConstantApi(Reply reply) implements Api {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/constant", call -> reply).quickly(call -> reply),
                Route.post("/constant", call -> reply).quickly(call -> reply));
    }

    @Override
    public Reply failed(Call call, Throwable problem) {
        return Reply.empty(500);
    }
}
