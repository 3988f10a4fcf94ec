package dev.latchkey.dialect;

import dev.latchkey.core.Origin;
import dev.latchkey.http.Call;

/** Where a call came from, in the core's words. */
public final class Origins {
    private Origins() {}

    public static Origin of(Call call, String door) {
        return dev.latchkey.door.Origins.of(call, door);
    }
}
