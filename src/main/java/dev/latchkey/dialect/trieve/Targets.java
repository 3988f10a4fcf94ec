package dev.latchkey.dialect.trieve;

import dev.latchkey.core.Links;
import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.dialect.LocalPath;
import dev.latchkey.http.Call;

/** Where a browser lands after it signed in. */
public final class Targets {
    private final RedirectRules rules;
    private final Links links;

    public Targets(RedirectRules rules, Links links) {
        this.rules = rules;
        this.links = links;
    }

    /**
     * {@code redirect_uri}, else the page it came from, else our root. Refuses with
     * RedirectNotAllowed.
     */
    String of(Call call) {
        var asked = call.query("redirect_uri");
        var target = asked != null ? asked : call.header("Referer");
        if (target == null) {
            return links.home();
        }
        return rules.require(LocalPath.is(target) ? links.local(target) : target);
    }

    /** Tells the app that its user has an organization of their own since just now. */
    static String withNewUser(String target) {
        return target + (target.indexOf('?') < 0 ? "?" : "&") + "new_user=true";
    }
}
