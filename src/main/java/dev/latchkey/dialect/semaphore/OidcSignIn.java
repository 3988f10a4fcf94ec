package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.BeginSignIn;
import dev.latchkey.core.federation.CompleteSignIn;
import dev.latchkey.core.federation.Placement;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.federation.RedirectRules;
import dev.latchkey.dialect.LocalPath;
import dev.latchkey.dialect.SessionCookie;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.door.Notice;
import dev.latchkey.door.Origins;
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
                        provider,
                        SemaphoreApi.DOOR,
                        callback(call),
                        landing(call),
                        null,
                        null,
                        null,
                        Origins.of(call, SemaphoreApi.DOOR)));
    }

    private Reply fromProvider(Call call) {
        return switch (signIn.complete(call, callback(call), Placement.LAST_USED)) {
            case CompleteSignIn.End.SignedIn(var grant, var returnTo, _) ->
                    Reply.redirect(FOUND, returnTo).with(cookie.of(grant));
            case CompleteSignIn.End.VerifyEmailFirst _, CompleteSignIn.End.More _ ->
                    Reply.redirect(FOUND, links.signInPage());
        };
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

    /** What went wrong at somebody else's server is said on the page. */
    private Reply failed(Call call, Refusal refusal) {
        var page = Reply.redirect(FOUND, links.signInPage());
        var foreign = providers.findForeign(call.param("provider_id")).isPresent();
        return foreign ? page.with(Notice.of(refusal, cookie.secure())) : page;
    }

    private Reply orSignInPage(Call call, Route.Handler step) {
        try {
            return step.handle(call);
        } catch (Refused refused) {
            return failed(call, refused.refusal());
        } catch (HttpProblem problem) {
            LOG.debug("request {}: {}", call.requestId(), problem.getMessage());
        } catch (Exception fault) {
            LOG.error("request {} failed: {}", call.requestId(), SemaphoreApi.DOOR, fault);
        }
        return Reply.redirect(FOUND, links.signInPage());
    }
}
