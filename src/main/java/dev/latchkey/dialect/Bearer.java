package dev.latchkey.dialect;

import dev.latchkey.core.session.Credential;
import dev.latchkey.http.Call;

import org.jspecify.annotations.Nullable;

/** The bearer token of a call (RFC 6750, section 2.1). */
public final class Bearer {
    private static final String SCHEME = "Bearer";

    private Bearer() {}

    /** The token behind the scheme, which is known in any case; null when there is none. */
    public static @Nullable Credential of(Call call) {
        var header = Fields.onlyHeader(call, "Authorization");
        var token = header == null ? null : token(header);
        return token == null || token.isEmpty() ? null : new Credential.Bearer(token);
    }

    /**
     * The token in the text of an {@code Authorization} header: empty when it names the scheme and
     * nothing more, null when it names another scheme.
     */
    public static @Nullable String token(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        var rest = header.substring(SCHEME.length());
        return rest.isEmpty() || rest.charAt(0) == ' ' || rest.charAt(0) == '\t'
                ? rest.strip()
                : null;
    }
}
