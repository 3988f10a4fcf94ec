package dev.latchkey.pages;

import dev.latchkey.core.token.Secret;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;
import dev.latchkey.http.Reply;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Holds the sign-in that waits for a second factor or an organization, in the browser in which it
 * began: its address alone is nothing that could be sent to somebody else.
 */
final class FlowCookie {
    private static final String NAME = "latchkey_flow";

    /** Longer than any flow is good for; the flow's own end counts. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final String name;
    private final boolean secure;

    FlowCookie(URI publicUrl) {
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
