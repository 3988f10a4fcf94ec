package dev.latchkey.dialect;

import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;

import java.util.Locale;

/**
 * Stops another site's page from acting with a browser's cookie. SameSite=Lax keeps most of them
 * out; this keeps out those on sibling host names and other ports too (OWASP, cross-site request
 * forgery: verify the origin).
 */
public final class CrossSite {
    private final RedirectRules rules;

    /**
     * @param rules whose origins may act, besides the page's own server
     */
    public CrossSite(RedirectRules rules) {
        this.rules = rules;
    }

    /**
     * To be called before a cookie changes anything: 403 when a browser says that a foreign page
     * sent this.
     */
    public void refuse(Call call) {
        var origin = call.header("Origin");
        if (origin != null && !isOwnHost(call, origin) && !rules.allows(origin)) {
            throw HttpProblem.of(403, "This request comes from a page of another site.");
        }
    }

    private static boolean isOwnHost(Call call, String origin) {
        var host = call.header("Host");
        var text = origin.toLowerCase(Locale.ROOT);
        return host != null
                && (text.equals("http://" + host.toLowerCase(Locale.ROOT))
                        || text.equals("https://" + host.toLowerCase(Locale.ROOT)));
    }
}
