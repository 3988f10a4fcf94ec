package dev.latchkey.dialect;

import dev.latchkey.core.session.Credential;
import dev.latchkey.http.Call;

import org.jspecify.annotations.Nullable;

/** The bearer token of a call (RFC 6750, section 2.1). */
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token behind the scheme, which is known in any case; null when there is none. */
    public static @Nullable Credential of(Call call) {
        var header = Fields.onlyHeader(call, "Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        var token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? null : new Credential.Bearer(token);
    }
}
