package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.Credential;
import dev.latchkey.dialect.Bearer;
import dev.latchkey.dialect.CrossSite;
import dev.latchkey.dialect.Fields;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.http.Call;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who calls. An {@code Authorization} that names bearer decides alone, even beside a good cookie;
 * any other is ignored and the cookie counts.
 */
public final class Callers {
    private final CheckCredential check;
    private final SessionCookie cookie;
    private final CrossSite crossSite;

    public Callers(CheckCredential check, SessionCookie cookie, CrossSite crossSite) {
        this.check = check;
        this.cookie = cookie;
        this.crossSite = crossSite;
    }

    SessionCookie cookie() {
        return cookie;
    }

    /** Refuses with NotSignedIn. */
    Checked require(Call call) {
        return check.run(credential(call));
    }

    /**
     * The same for what changes something: a cookie that another site's page makes a browser send
     * does not count.
     */
    Checked requireToAct(Call call) {
        refuseCrossSite(call);
        return require(call);
    }

    void refuseCrossSite(Call call) {
        if (credential(call) instanceof Credential.Cookie) {
            crossSite.refuse(call);
        }
    }

    /** The caller, when that needs no waiting. */
    @Nullable Checked known(Call call) {
        var credential = credential(call);
        return credential == null ? null : check.known(credential);
    }

    /** Whose session the bearer token belongs to, and whose the cookie: leaving leaves both. */
    List<Checked> all(Call call) {
        return Stream.of(bearer(call), cookie.sent(call))
                .flatMap(credential -> check.find(credential).stream())
                .toList();
    }

    private @Nullable Credential credential(Call call) {
        var bearer = bearer(call);
        return bearer != null ? bearer : cookie.sent(call);
    }

    private static @Nullable Credential bearer(Call call) {
        var header = Fields.onlyHeader(call, "Authorization");
        var token = header == null ? null : Bearer.token(header);
        return token == null ? null : new Credential.Bearer(token);
    }
}
