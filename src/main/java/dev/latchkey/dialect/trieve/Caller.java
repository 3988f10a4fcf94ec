package dev.latchkey.dialect.trieve;

import dev.latchkey.core.session.Credential;
import dev.latchkey.dialect.Bearer;
import dev.latchkey.dialect.Fields;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.http.Call;

import org.jspecify.annotations.Nullable;

/**
 * What a caller shows: a token, bare or as bearer, else {@code x-api-key}, else the session cookie.
 * The first decides alone.
 */
final class Caller {
    private Caller() {}

    static @Nullable Credential credential(Call call, SessionCookie cookie) {
        var token = token(call);
        return token != null ? token : cookie.sent(call);
    }

    static Credential.@Nullable Bearer token(Call call) {
        var header = Fields.onlyHeader(call, "Authorization");
        var bearer = header == null ? null : authorization(header);
        if (bearer == null) {
            bearer = call.header("x-api-key");
        }
        return bearer == null ? null : new Credential.Bearer(bearer.strip());
    }

    /** The token of the header; null for another scheme, which is not meant for us. */
    private static @Nullable String authorization(String header) {
        var bearer = Bearer.token(header);
        if (bearer != null) {
            return bearer;
        }
        return header.indexOf(' ') >= 0 ? null : header;
    }
}
