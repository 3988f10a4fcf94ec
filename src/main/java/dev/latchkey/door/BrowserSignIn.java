package dev.latchkey.door;

import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.CompleteSignIn;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.federation.Placement;
import dev.latchkey.core.federation.Returned;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two halves of a browser's sign-in at a provider: on its way there, and back at one door's own
 * callback.
 */
public final class BrowserSignIn {
    private static final String PATH = "/";

    private final String door;
    private final BeginSignIn begin;
    private final CompleteSignIn complete;
    private final boolean secure;

    /**
     * @param door the API's name, which is also its client id at our own provider
     * @param secure whether browsers reach this server over https
     */
    public BrowserSignIn(String door, BeginSignIn begin, CompleteSignIn complete, boolean secure) {
        this.door = door;
        this.begin = begin;
        this.complete = complete;
        this.secure = secure;
    }

    /** A redirect to the provider, with the cookie that binds the sign-in to this browser. */
    public Reply begin(Call call, int status, BeginSignIn.Command command) {
        var begun = begin.run(command);
        var cookie =
                new Cookie(
                        begun.cookieName(),
                        begun.cookieValue(),
                        PATH,
                        secure,
                        BeginSignIn.LIFETIME);
        var reply = Reply.redirect(status, begun.location());
        for (var name : StepCookies.toClear(call)) {
            reply = reply.with(Cookie.cleared(name, PATH, secure));
        }
        return reply.with(cookie);
    }

    /** What the browser brought back, judged. Refuses as {@link CompleteSignIn#run} does. */
    public CompleteSignIn.End complete(Call call, String callback, Placement placement) {
        return complete.run(returned(call, callback), placement);
    }

    /** What the browser brought back, as it came. */
    public Returned returned(Call call, String callback) {
        return new Returned(
                door,
                callback,
                step(call),
                call.query("state"),
                call.query("code"),
                call.query("iss"),
                call.query("error"),
                Origins.of(call, door));
    }

    /** The sealed step that belongs to the state of a call, or null. */
    public static @Nullable String step(Call call) {
        var state = call.query("state");
        return state == null ? null : call.cookie(BeginSignIn.cookieName(state));
    }

    /**
     * The door's own callback, under the name by which the browser called this server: there its
     * cookie will come back.
     */
    public static String callback(Call call, String path) {
        return LoopbackNames.as(call.header("Host"), call.base()) + path;
    }

    /** Every address that {@link #callback} may give for a door with these bases. */
    public static Set<String> callbacks(List<URI> bases, String path) {
        return bases.stream()
                .map(LoopbackNames::of)
                .flatMap(List::stream)
                .map(base -> base + path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
