package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * One method and path of an {@link Api}.
 *
 * @param method upper-case method name
 * @param pattern path below the mount, segments in braces are parameters: {@code
 *     /auth/flow/{flowId}}
 * @param quick answers at once on the event loop, or gives null to leave the call to {@code
 *     handler}
 * @param handler plain blocking code, run on a virtual thread of its own
 */
public record Route(String method, String pattern, @Nullable Quick quick, Handler handler) {

    public Route {
        if (!pattern.startsWith("/") || !method.equals(method.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a route: " + method + " " + pattern);
        }
    }

    /**
     * Blocking code that answers one call. Whatever it throws is put into words by {@link
     * Api#failed}.
     */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call) throws Exception;
    }

    /** Code that never waits: no lock, no file, no database. */
    @FunctionalInterface
    public interface Quick {
        @Nullable Reply tryAnswer(Call call);
    }

    public static Route get(String pattern, Handler handler) {
        return new Route("GET", pattern, null, handler);
    }

    public static Route post(String pattern, Handler handler) {
        return new Route("POST", pattern, null, handler);
    }

    public static Route put(String pattern, Handler handler) {
        return new Route("PUT", pattern, null, handler);
    }

    public static Route delete(String pattern, Handler handler) {
        return new Route("DELETE", pattern, null, handler);
    }

    /** The one marked kind of route that may answer on the event loop. */
    public Route quickly(Quick quick) {
        return new Route(method, pattern, quick, handler);
    }
}
