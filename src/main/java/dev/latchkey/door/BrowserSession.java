package dev.latchkey.door;

import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.Credential;
import dev.latchkey.core.session.Grant;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;

import java.time.Duration;
import java.util.Optional;

/**
 * The sign-in of a browser at this server itself: the cookie that the hosted pages set and our
 * OpenID provider reads.
 */
public final class BrowserSession {
    private static final String NAME = "latchkey_session";

    private final CheckCredential check;
    private final String name;
    private final boolean secure;

    /**
     * @param secure the public URL is https: then the name's prefix lets browsers keep it from
     *     subdomains (RFC 6265bis, section 4.1.3.2)
     */
    public BrowserSession(CheckCredential check, boolean secure) {
        this.check = check;
        this.name = secure ? "__Host-" + NAME : NAME;
        this.secure = secure;
    }

    /** Who is signed in, or nothing when nobody is (any more). */
    public Optional<Checked> find(Call call) {
        var value = call.cookie(name);
        return value == null ? Optional.empty() : check.find(new Credential.Cookie(value));
    }

    /** The cookie of a session that was opened just now; it lasts as long as the session may. */
    public Cookie begin(Grant grant) {
        var session = grant.session();
        return new Cookie(
                name,
                grant.credential(),
                "/",
                secure,
                Duration.between(session.createdAt(), session.expiresAt()));
    }

    public Cookie end() {
        return Cookie.cleared(name, "/", secure);
    }
}
