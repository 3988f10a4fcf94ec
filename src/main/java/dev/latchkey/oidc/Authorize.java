package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.client.Clients;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.federation.LoopbackNames;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.Session;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The authorization endpoint. A request is read once; then it is decided, as often as the browser
 * comes by: a sign-in that will do gives a code, any other sends the browser to the sign-in page,
 * or to the one that asks for consent, from where it comes back with the same request, sealed.
 */
final class Authorize {
    static final String CONTINUE = "/oidc/continue";
    private static final String PURPOSE = "authorization request";

    /** What is handed on to the sign-in page in the clear: it decides nothing. */
    private static final List<String> HINTS = List.of("login_hint", "ui_locales");

    private final AuthorizationRequests requests;
    private final AuthorizationAnswers answers;
    private final Clients clients;
    private final BrowserSession browser;
    private final IssueCode issueCode;
    private final Consenting consenting;
    private final PageStep steps;
    private final Links links;
    private final Clock clock;

    Authorize(
            AuthorizationRequests requests,
            AuthorizationAnswers answers,
            Clients clients,
            BrowserSession browser,
            IssueCode issueCode,
            Consenting consenting,
            PageStep steps,
            Links links,
            Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.clients = clients;
        this.browser = browser;
        this.issueCode = issueCode;
        this.consenting = consenting;
        this.steps = steps;
        this.links = links;
        this.clock = clock;
    }

    Reply get(Call call) {
        return switch (requests.read(call.queries())) {
            case Reading.Good(var asked) -> decide(call, asked, hints(call.queries()));
            case Reading.Bad(var redirectUri, var state, var error) ->
                    answers.error(redirectUri, state, error);
        };
    }

    /**
     * A form from another site comes without our cookie (SameSite=Lax); the redirect that follows
     * it comes with it.
     */
    Reply post(Call call) {
        var fields = call.form().fields();
        return switch (requests.read(fields)) {
            case Reading.Good(var asked) ->
                    Reply.redirect(303, here(call) + resume(asked) + hints(fields));
            case Reading.Bad(var redirectUri, var state, var error) ->
                    answers.error(redirectUri, state, error);
        };
    }

    /** Refuses with SignInStepInvalid. */
    Reply resume(Call call) {
        var sealed = call.query("request");
        if (sealed == null) {
            throw HttpProblem.badRequest(
                    "signInOnly", "This address only works at the end of a sign-in.");
        }
        var asked = Asked.of(steps.open(PURPOSE, sealed));
        return call.query("denied") == null
                ? decide(call, asked, hints(call.queries()))
                : error(asked, OAuth2Error.ACCESS_DENIED);
    }

    private Reply decide(Call call, Asked asked, String hints) {
        var session = browser.find(call).map(Checked::session).orElse(null);
        if (session != null && asked.acceptsAgeOf(session, clock.instant())) {
            if (asked.acceptsUserOf(session) && asked.acceptsFactorsOf(session)) {
                return consented(call, asked, session);
            }
            if (asked.isAnsweredBy(session)) {
                // Signed in just now, and not as the client wants: asking again would go in
                // circles.
                return error(
                        asked,
                        asked.acceptsUserOf(session)
                                ? OIDCError.UNMET_AUTHENTICATION_REQUIREMENTS
                                : OIDCError.LOGIN_REQUIRED);
            }
        }
        return asked.wish().silent()
                ? error(asked, OIDCError.LOGIN_REQUIRED)
                : signIn(call, asked, hints);
    }

    private Reply consented(Call call, Asked asked, Session session) {
        var client =
                clients.find(asked.code().clientId())
                        .orElseThrow(() -> new Refused(new Refusal.ClientUnknown()));
        if (!consenting.isNeeded(asked, client, session)) {
            return answers.code(asked, issueCode.run(asked.code(), session.id()));
        }
        return asked.wish().silent()
                ? error(asked, OIDCError.CONSENT_REQUIRED)
                : Reply.redirect(303, here(call) + consenting.page(asked, session, onward(asked)));
    }

    private Reply error(Asked asked, ErrorObject error) {
        return answers.error(asked.code().redirectUri(), asked.state(), error);
    }

    private Reply signIn(Call call, Asked asked, String hints) {
        return Reply.redirect(
                303, here(call) + "/auth/login?step=" + onward(asked).seal(steps) + hints);
    }

    private Onward onward(Asked asked) {
        return new Onward(resume(asked), List.of(originOf(URI.create(asked.code().redirectUri()))));
    }

    private String resume(Asked asked) {
        return CONTINUE + "?request=" + steps.seal(PURPOSE, asked.text());
    }

    private static String hints(Map<String, List<String>> parameters) {
        Function<String, Stream<String>> hint =
                name ->
                        parameters.getOrDefault(name, List.of()).stream()
                                .filter(value -> !value.isEmpty() && value.length() < 300)
                                .limit(1)
                                .map(value ->
                                        "&"
                                                + name
                                                + "="
                                                + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return HINTS.stream().flatMap(hint).collect(Collectors.joining());
    }

    private String here(Call call) {
        return LoopbackNames.as(call.header("Host"), links.publicUrl()).toString();
    }

    /**
     * As a source expression of a content security policy; an app's own scheme stands for itself.
     */
    static String originOf(URI redirectUri) {
        return redirectUri.getRawAuthority() == null
                ? redirectUri.getScheme() + ":"
                : redirectUri.getScheme() + "://" + redirectUri.getRawAuthority();
    }
}
