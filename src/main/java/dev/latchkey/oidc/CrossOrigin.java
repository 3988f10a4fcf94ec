package dev.latchkey.oidc;

import dev.latchkey.core.Refused;
import dev.latchkey.core.client.BrowserOrigins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets pages of public clients read what some endpoints answer (CORS, as the Fetch standard has
 * it). Never with credentials: these endpoints know no cookie, and no page is to act with one.
 */
final class CrossOrigin {
    /** Short, so that a client that was deleted is soon a stranger again. */
    private static final String MAX_AGE = "300";

    /** Puts what a handler throws into words. */
    @FunctionalInterface
    interface Failed {
        Reply say(Call call, Throwable problem);
    }

    private final BrowserOrigins origins;
    private final Failed failed;

    CrossOrigin(BrowserOrigins origins, Failed failed) {
        this.origins = origins;
        this.failed = failed;
    }

    /** The routes of one path, readable from elsewhere, and the browser's question beforehand. */
    Stream<Route> open(Route... routes) {
        var path = routes[0].pattern();
        var methods = String.join(", ", Stream.of(routes).map(Route::method).toList());
        List<Route> all = new ArrayList<>();
        all.add(new Route("OPTIONS", path, null, call -> preflight(call, methods)));
        for (var route : routes) {
            all.add(open(route));
        }
        return all.stream();
    }

    private Route open(Route route) {
        return new Route(
                route.method(),
                route.pattern(),
                call -> quickly(route, call),
                call -> handle(route, call));
    }

    /** Whose page it is stands in the database, so only who is no page is answered at once. */
    private static @Nullable Reply quickly(Route route, Call call) {
        var quick = route.quick();
        var reply = quick == null || call.header("Origin") != null ? null : quick.tryAnswer(call);
        return reply == null ? null : told(reply, null);
    }

    private Reply handle(Route route, Call call) throws Exception {
        var origin = allowed(call);
        try {
            return told(route.handler().handle(call), origin);
        } catch (Refused | HttpProblem no) {
            return told(failed.say(call, no), origin);
        }
    }

    private Reply preflight(Call call, String methods) {
        var origin = allowed(call);
        var reply = told(Reply.empty(origin == null ? 403 : 204), origin);
        return origin == null
                ? reply
                : reply.with("Access-Control-Allow-Methods", methods)
                        .with("Access-Control-Allow-Headers", "authorization, content-type")
                        .with("Access-Control-Max-Age", MAX_AGE);
    }

    private @Nullable String allowed(Call call) {
        var said = call.headers("Origin");
        return said.size() == 1 && origins.isAllowed(said.getFirst()) ? said.getFirst() : null;
    }

    /** What is kept on the way is kept for each origin on its own. */
    private static Reply told(Reply reply, @Nullable String origin) {
        var varied = reply.with("Vary", "Origin");
        return origin == null
                ? varied
                : varied.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After");
    }
}
