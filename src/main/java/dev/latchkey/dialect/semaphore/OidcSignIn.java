package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.dialect.BrowserSignIn;
import dev.latchkey.dialect.LocalPath;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A browser's sign-in at a provider. Whatever goes wrong, it ends on the sign-in page, since nobody
 * but a browser comes here.
 */
public final class OidcSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final int FOUND = 302;

    private final Providers providers;
    private final BrowserSignIn signIn;
    private final RedirectRules rules;
    private final Links links;
    private final SessionCookie cookie;

    public OidcSignIn(
            Providers providers,
            BrowserSignIn signIn,
            RedirectRules rules,
            Links links,
            SessionCookie cookie) {
        this.providers = providers;
        this.signIn = signIn;
        this.rules = rules;
        this.links = links;
        this.cookie = cookie;
    }

    static String callbackPath(String providerId) {
        return "/auth/oidc/" + URLEncoder.encode(providerId, StandardCharsets.UTF_8) + "/redirect";
    }

    Reply begin(Call call) {
        return orSignInPage(call, this::toProvider);
    }

    Reply complete(Call call) {
        return orSignInPage(call, this::fromProvider);
    }

    private Reply toProvider(Call call) {
        var provider =
                providers
                        .find(call.param("provider_id"))
                        .orElseThrow(() -> new Refused(new Refusal.ProviderUnknown()));
        return signIn.begin(
                call,
                FOUND,
                new BeginSignIn.Command(
                        provider, SemaphoreApi.DOOR, callback(call), landing(call), null, null));
    }

    private Reply fromProvider(Call call) {
        var completed = signIn.complete(call, callback(call), false);
        return Reply.redirect(FOUND, completed.returnTo()).with(cookie.of(completed.grant()));
    }

    /**
     * The local path that was asked for, else our root. Anything that is no local path is ignored.
     */
    private String landing(Call call) {
        var asked = call.query("redirect");
        var target = asked != null && LocalPath.is(asked) ? links.local(asked) : links.home();
        return rules.allows(target) ? target : links.home();
    }

    private static String callback(Call call) {
        return BrowserSignIn.callback(call, callbackPath(call.param("provider_id")));
    }

    private Reply orSignInPage(Call call, Route.Handler step) {
        try {
            return step.handle(call);
        } catch (Refused | HttpProblem refused) {
            LOG.debug("request {}: {}", call.requestId(), refused.getMessage());
        } catch (Exception fault) {
            LOG.error("request {} failed: {}", call.requestId(), SemaphoreApi.DOOR, fault);
        }
        return Reply.redirect(FOUND, links.signInPage());
    }
}
