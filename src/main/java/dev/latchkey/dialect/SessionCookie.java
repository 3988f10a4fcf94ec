package dev.latchkey.dialect;

import dev.latchkey.core.session.Credential;
import dev.latchkey.core.session.Grant;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/**
 * The cookie in which one API carries sessions.
 *
 * @param secure whether browsers reach this server over https
 */
public record SessionCookie(String name, boolean secure, Clock clock) {
    private static final String PATH = "/";

    /** What a browser sent; null without the cookie. */
    public Credential.@Nullable Cookie sent(Call call) {
        var value = call.cookie(name);
        return value == null ? null : new Credential.Cookie(value);
    }

    /** The cookie for a new session; it ends with the session. */
    public Cookie of(Grant grant) {
        var rest = Duration.between(clock.instant(), grant.credentialExpiresAt()).toMillis();
        var seconds = Math.max(0, Math.round(rest / 1000.0));
        return new Cookie(name, grant.credential(), PATH, secure, Duration.ofSeconds(seconds));
    }

    public Cookie cleared() {
        return Cookie.cleared(name, PATH, secure);
    }
}
