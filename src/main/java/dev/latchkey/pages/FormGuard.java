package dev.latchkey.pages;

import dev.latchkey.core.Refused;
import dev.latchkey.core.code.Pkce;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.http.Call;
import dev.latchkey.http.Cookie;
import dev.latchkey.http.Reply;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Keeps other sites from sending our forms, the sign-in form too: a form holds a sealed token that
 * fits only the cookie of the browser it was shown to, and browsers say which site a form was sent
 * from.
 */
public final class FormGuard {
    static final String FIELD = "csrf";
    private static final String COOKIE = "latchkey_browser";
    private static final String PURPOSE = "form";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

    private final PageStep steps;
    private final URI publicUrl;
    private final String cookieName;
    private final boolean secure;

    FormGuard(PageStep steps, URI publicUrl, boolean secure) {
        this.steps = steps;
        this.publicUrl = publicUrl;
        this.secure = secure;
        this.cookieName = secure ? "__Host-" + COOKIE : COOKIE;
    }

    /** The browser of a call, as it is known by its cookie; a new one when it has none yet. */
    public Browser browser(Call call) {
        return browser(call, "");
    }

    /** The same with who is signed in: its forms are good for this session only. */
    public Browser browser(Call call, Person person) {
        return browser(call, person.session().id().toString());
    }

    private Browser browser(Call call, String session) {
        var value = call.cookie(cookieName);
        return value != null && VALUE.matcher(value).matches()
                ? new Browser(value, session, false)
                : new Browser(Pkce.random(), session, true);
    }

    /** Whether a form was shown by us to the browser that sends it. */
    boolean isOurs(Call call, Typed typed) {
        return isOurs(call, browser(call), typed.get(FIELD));
    }

    /** Whether a form was shown by us to this person in this session: forms die with it. */
    boolean isOurs(Call call, Person person, Typed typed) {
        return isOurs(call, person, typed.get(FIELD));
    }

    /** The same for a token that came otherwise. */
    boolean isOurs(Call call, Person person, String token) {
        return isOurs(call, browser(call, person), token);
    }

    private boolean isOurs(Call call, Browser browser, String token) {
        if (browser.isNew() || !isFromHere(call)) {
            return false;
        }
        try {
            var bound = steps.open(PURPOSE, token);
            return MessageDigest.isEqual(
                    bound.getBytes(StandardCharsets.UTF_8),
                    browser.fingerprint().getBytes(StandardCharsets.UTF_8));
        } catch (Refused _) {
            return false;
        }
    }

    private boolean isFromHere(Call call) {
        var origin = call.header("Origin");
        return origin == null
                || LoopbackNames.of(publicUrl).stream()
                        .anyMatch(own -> own.toString().equalsIgnoreCase(origin));
    }

    /** A browser in front of our forms. */
    public final class Browser {
        private final String value;
        private final String session;
        private final boolean isNew;

        private Browser(String value, String session, boolean isNew) {
            this.value = value;
            this.session = session;
            this.isNew = isNew;
        }

        boolean isNew() {
            return isNew;
        }

        /** The token for a form that is shown to it now. */
        public String token() {
            return steps.seal(PURPOSE, fingerprint());
        }

        /** A page for it: with the cookie, when it has none yet. */
        public Reply shown(Reply page) {
            return isNew
                    ? page.with(new Cookie(cookieName, value, "/", secure, UNTIL_CLOSED))
                    : page;
        }

        private String fingerprint() {
            return Pkce.challengeOf(value + session);
        }
    }
}
