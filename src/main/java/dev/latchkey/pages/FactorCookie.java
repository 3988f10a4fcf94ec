package dev.latchkey.pages;

import dev.latchkey.core.token.Secret;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;
import dev.latchkey.http.Reply;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Holds the sign-in that waits for a second factor, in the browser in which the first one was
 * proven: its address alone is nothing that could be sent to somebody else.
 */
final class FactorCookie {
    private static final String NAME = "latchkey_factor";

    /** Longer than any flow is good for; the flow's own end counts. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final String name;
    private final boolean secure;

    FactorCookie(URI publicUrl) {
        var secure = publicUrl.getScheme().equals("https");
        this.name = secure ? "__Host-" + NAME : NAME;
        this.secure = secure;
    }

    /** The flow's id, or an empty text. */
    String flow(Call call) {
        return Objects.requireNonNullElse(call.cookie(name), "");
    }

    Cookie holding(Secret flow) {
        return new Cookie(name, flow.text(), "/", secure, KEPT);
    }

    /** The answer without it, for a browser that has it. */
    Reply cleared(Call call, Reply answer) {
        return flow(call).isEmpty() ? answer : answer.with(Cookie.cleared(name, "/", secure));
    }
}
