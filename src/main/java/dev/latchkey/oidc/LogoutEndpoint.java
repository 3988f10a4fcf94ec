package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.util.URLUtils;

import dev.latchkey.core.Links;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.session.Session;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0). A hint that names the session
 * of this browser ends it at once; anything else asks first, since any site can send a browser
 * here. A browser goes back to a client only with a hint of ours, and to a registered address.
 */
final class LogoutEndpoint {
    static final String PATH = "/oidc/logout";
    static final String CONTINUE = "/oidc/logout/continue";
    static final String DONE = "/oidc/logout/done";
    private static final String PURPOSE = "logout request";
    private static final String TARGET = "post-logout redirect";
    private static final String PAGE = "/auth/logout";

    private final LogoutRequests requests;
    private final BrowserSession browser;
    private final EndSession endSession;
    private final PageStep steps;
    private final Links links;

    LogoutEndpoint(
            LogoutRequests requests,
            BrowserSession browser,
            EndSession endSession,
            PageStep steps,
            Links links) {
        this.requests = requests;
        this.browser = browser;
        this.endSession = endSession;
        this.steps = steps;
        this.links = links;
    }

    Reply get(Call call) {
        return decide(call, requests.read(call.queries()));
    }

    /** As at the authorization endpoint: the cookie comes with the redirect. */
    Reply post(Call call) {
        var asked = requests.read(call.form().fields());
        return Reply.redirect(
                303, here(call) + CONTINUE + "?request=" + steps.seal(PURPOSE, asked.text()));
    }

    /** Refuses with SignInStepInvalid. */
    Reply resume(Call call) {
        return decide(call, LogoutAsked.of(steps.open(PURPOSE, sealed(call))));
    }

    /** The last step to the client. Refuses with SignInStepInvalid. */
    Reply done(Call call) {
        return Reply.redirect(303, steps.open(TARGET, sealed(call)));
    }

    private static String sealed(Call call) {
        var sealed = call.query("request");
        if (sealed == null) {
            throw HttpProblem.badRequest(
                    "signOutOnly", "This address only works at the end of a sign-out.");
        }
        return sealed;
    }

    private Reply decide(Call call, LogoutAsked asked) {
        var session = browser.find(call).map(Checked::session).orElse(null);
        if (session == null) {
            return away(call, asked.target());
        }
        if (asked.names(session)) {
            return end(call, session, asked.target());
        }
        return Reply.redirect(303, here(call) + PAGE + "?step=" + onward(asked.target()));
    }

    private Reply end(Call call, Session session, @Nullable String target) {
        endSession.run(session.id(), Origins.of(call, OidcApi.DOOR));
        return away(call, target).with(browser.end());
    }

    private Reply away(Call call, @Nullable String target) {
        return Reply.redirect(303, target == null ? here(call) + PAGE : target);
    }

    private String onward(@Nullable String target) {
        var onward =
                target == null
                        ? new Onward(PAGE)
                        : new Onward(
                                DONE + "?request=" + steps.seal(TARGET, target),
                                List.of(Authorize.originOf(URI.create(target))));
        return onward.seal(steps);
    }

    private String here(Call call) {
        return LoopbackNames.as(call.header("Host"), links.publicUrl()).toString();
    }

    /** An address with one more parameter. */
    static String with(String uri, @Nullable String state) {
        return state == null
                ? uri
                : uri
                        + (uri.indexOf('?') < 0 ? "?" : "&")
                        + URLUtils.serializeParameters(Map.of("state", List.of(state)));
    }
}
