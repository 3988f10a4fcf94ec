package dev.latchkey.door;

import dev.latchkey.core.Origin;
import dev.latchkey.core.language.Language;
import dev.latchkey.http.Call;

/** Where a call came from, in the core's words. */
public final class Origins {
    private Origins() {}

    public static Origin of(Call call, String door) {
        var agent = call.header("User-Agent");
        var languages = call.header("Accept-Language");
        return new Origin(
                call.remote().getHostAddress(),
                agent == null ? "" : agent,
                call.requestId(),
                door,
                languages == null ? null : Language.best(languages).orElse(null));
    }
}
