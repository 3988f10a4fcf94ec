package dev.latchkey.dialect.nap;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.token.TokenHash;
import dev.latchkey.http.Call;
import dev.latchkey.http.Route;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.util.List;

/** Demands a key of every client, on every path, when the deployment configured keys. */
final class ApiKeyGate {
    private static final String HEADER = "X-NAP-API-Key";

    private final List<TokenHash> keys;

    ApiKeyGate(List<TokenHash> keys) {
        this.keys = keys;
    }

    /** The same route behind the gate. */
    Route guard(Route route) {
        return new Route(
                route.method(),
                route.pattern(),
                guard(route.quick()),
                call -> {
                    check(call);
                    return route.handler().handle(call);
                });
    }

    private Route.@Nullable Quick guard(Route.@Nullable Quick quick) {
        if (quick == null) {
            return null;
        }
        return call -> {
            check(call);
            return quick.tryAnswer(call);
        };
    }

    private void check(Call call) {
        if (!admits(call)) {
            throw new Refused(new Refusal.ClientKeyInvalid());
        }
    }

    boolean admits(Call call) {
        var shown = call.headers(HEADER);
        return keys.isEmpty() || (shown.size() == 1 && isKnown(shown.getFirst()));
    }

    /** Compares hashes and looks at every key, so that time tells nothing of any. */
    private boolean isKnown(String shown) {
        var hash = TokenHash.of(shown).bytes();
        var known = false;
        for (var key : keys) {
            known |= MessageDigest.isEqual(key.bytes(), hash);
        }
        return known;
    }
}
