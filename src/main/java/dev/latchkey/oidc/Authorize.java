package dev.latchkey.oidc;

import com.nimbusds.openid.connect.sdk.OIDCError;

import dev.latchkey.core.Links;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.signin.Onward;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * The authorization endpoint. A request is read once; then it is decided, as often as the browser
 * comes by: a sign-in that will do gives a code, any other sends the browser to the sign-in page,
 * from where it comes back with the same request, sealed.
 */
final class Authorize {
    static final String CONTINUE = "/oidc/continue";
    private static final String PURPOSE = "authorization request";

    private final AuthorizationRequests requests;
    private final AuthorizationAnswers answers;
    private final BrowserSession browser;
    private final IssueCode issueCode;
    private final PageStep steps;
    private final Links links;
    private final Clock clock;

    Authorize(
            AuthorizationRequests requests,
            AuthorizationAnswers answers,
            BrowserSession browser,
            IssueCode issueCode,
            PageStep steps,
            Links links,
            Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.browser = browser;
        this.issueCode = issueCode;
        this.steps = steps;
        this.links = links;
        this.clock = clock;
    }

    Reply get(Call call) {
        return switch (requests.read(call.queries())) {
            case Reading.Good(var asked) -> decide(call, asked);
            case Reading.Bad(var redirectUri, var state, var error) ->
                    answers.error(redirectUri, state, error);
        };
    }

    /**
     * A form from another site comes without our cookie (SameSite=Lax); the redirect that follows
     * it comes with it.
     */
    Reply post(Call call) {
        return switch (requests.read(call.form().fields())) {
            case Reading.Good(var asked) when asked.loginHint() == null ->
                    Reply.redirect(303, here(call) + resume(asked));
            case Reading.Good(var asked) -> decide(call, asked);
            case Reading.Bad(var redirectUri, var state, var error) ->
                    answers.error(redirectUri, state, error);
        };
    }

    /** Refuses with SignInStepInvalid. */
    Reply resume(Call call) {
        var sealed = call.query("request");
        if (sealed == null) {
            throw HttpProblem.badRequest("This address only works at the end of a sign-in.");
        }
        return decide(call, Asked.of(steps.open(PURPOSE, sealed)));
    }

    private Reply decide(Call call, Asked asked) {
        var session = browser.find(call).map(Checked::session).orElse(null);
        if (session != null && asked.acceptsAgeOf(session, clock.instant())) {
            if (asked.acceptsUserOf(session)) {
                return answers.code(asked, issueCode.run(asked.code(), session.id()));
            }
            if (asked.isAnsweredBy(session)) {
                // Signed in just now, and as somebody else than the client wants: asking again
                // would go in circles.
                return loginRequired(asked);
            }
        }
        return asked.silent() ? loginRequired(asked) : signIn(call, asked);
    }

    private Reply loginRequired(Asked asked) {
        return answers.error(asked.code().redirectUri(), asked.state(), OIDCError.LOGIN_REQUIRED);
    }

    private Reply signIn(Call call, Asked asked) {
        var onward =
                new Onward(
                        resume(asked), List.of(originOf(URI.create(asked.code().redirectUri()))));
        var hint = asked.loginHint();
        return Reply.redirect(
                303,
                here(call)
                        + "/auth/login?step="
                        + onward.seal(steps)
                        + (hint == null
                                ? ""
                                : "&login_hint="
                                        + URLEncoder.encode(hint, StandardCharsets.UTF_8)));
    }

    private String resume(Asked asked) {
        return CONTINUE + "?request=" + steps.seal(PURPOSE, asked.text());
    }

    private String here(Call call) {
        return LoopbackNames.as(call.header("Host"), links.publicUrl()).toString();
    }

    /**
     * As a source expression of a content security policy; an app's own scheme stands for itself.
     */
    private static String originOf(URI redirectUri) {
        return redirectUri.getRawAuthority() == null
                ? redirectUri.getScheme() + ":"
                : redirectUri.getScheme() + "://" + redirectUri.getRawAuthority();
    }
}
