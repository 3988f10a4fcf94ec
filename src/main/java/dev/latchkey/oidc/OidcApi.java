package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;

import dev.latchkey.core.Links;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.client.AuthenticateClient;
import dev.latchkey.core.client.BrowserOrigins;
import dev.latchkey.core.client.Clients;
import dev.latchkey.core.client.GiveConsent;
import dev.latchkey.core.code.CheckClientToken;
import dev.latchkey.core.code.ExchangeClientCode;
import dev.latchkey.core.code.GrantToClient;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.core.code.RefreshClientTokens;
import dev.latchkey.core.code.RevokeClientToken;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.PageStep;
import dev.latchkey.crypto.IdTokens;
import dev.latchkey.door.BrowserSession;
import dev.latchkey.door.ErrorPage;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The provider's endpoints. Those that browsers come to say what is wrong on a page, the others in
 * JSON.
 */
public final class OidcApi extends SortedApi {
    static final String DOOR = "oidc";
    static final String AUTHORIZE = "/oidc/authorize";
    static final String TOKEN = "/oidc/token";
    static final String INTROSPECT = "/oidc/introspect";
    static final String REVOKE = "/oidc/revoke";
    public static final String USERINFO = "/oidc/userinfo";
    static final String JWKS = "/oidc/jwks";
    private static final Set<String> FOR_BROWSERS =
            Set.of(
                    AUTHORIZE,
                    Authorize.CONTINUE,
                    LogoutEndpoint.PATH,
                    LogoutEndpoint.CONTINUE,
                    LogoutEndpoint.DONE);

    /**
     * Short enough for a new key to be known before it signs, long enough to spare us the question.
     */
    private static final String REMEMBER = "public, max-age=300";

    private final Authorize authorize;
    private final LogoutEndpoint logout;
    private final ClientEndpoint token;
    private final Introspection introspection;
    private final ClientEndpoint introspect;
    private final ClientEndpoint revoke;
    private final UserInfo userInfo;
    private final CrossOrigin crossOrigin;
    private final ErrorPage errorPage;
    private final Supplier<byte[]> keys;
    private final Reply discovery;

    /**
     * @param keys the public keys as a JWK set, without waiting
     */
    public OidcApi(
            Links links,
            Clients clients,
            AuthenticateClient authenticate,
            BrowserSession browser,
            CheckCredential check,
            IssueCode issueCode,
            GiveConsent consents,
            EndSession endSession,
            ExchangeClientCode exchangeCode,
            RefreshClientTokens refreshTokens,
            GrantToClient grantToClient,
            CheckClientToken checkToken,
            RevokeClientToken revokeToken,
            BrowserOrigins browserOrigins,
            PageStep steps,
            IdTokens idTokens,
            Supplier<byte[]> keys,
            ErrorPage errorPage,
            Clock clock) {
        var issuer = links.publicUrl();
        var requests = new AuthorizationRequests(clients, idTokens, clock);
        var answers = new AuthorizationAnswers(issuer);
        var writer = new IdTokenWriter(idTokens, issuer, clock);
        var who = new ClientAuthentication(authenticate, issuer.toString());
        this.authorize =
                new Authorize(
                        requests,
                        answers,
                        clients,
                        browser,
                        issueCode,
                        new Consenting(consents, steps),
                        steps,
                        links,
                        clock);
        this.logout =
                new LogoutEndpoint(
                        new LogoutRequests(clients, idTokens, issuer.toString()),
                        browser,
                        endSession,
                        steps,
                        links);
        this.token =
                new ClientEndpoint(
                        who,
                        new TokenEndpoint(exchangeCode, refreshTokens, grantToClient, writer, clock)
                                ::answer);
        this.introspection = new Introspection(checkToken, issuer.toString());
        this.introspect = new ClientEndpoint(who, introspection::answer);
        this.revoke = new ClientEndpoint(who, new Revocation(revokeToken)::answer);
        this.userInfo = new UserInfo(checkToken, check);
        this.crossOrigin = new CrossOrigin(browserOrigins, this::failed);
        this.errorPage = errorPage;
        this.keys = keys;
        this.discovery =
                Reply.of(200, Reply.JSON, Discovery.of(issuer)).with("Cache-Control", REMEMBER);
    }

    @Override
    public List<Route> routes() {
        return Stream.concat(forOurselves().stream(), forPages()).toList();
    }

    /** What pages of public clients ask by script. */
    private Stream<Route> forPages() {
        return Stream.of(
                        crossOrigin.open(Route.post(TOKEN, token::post)),
                        crossOrigin.open(Route.post(REVOKE, revoke::post)),
                        crossOrigin.open(
                                Route.get(USERINFO, userInfo::get).quickly(userInfo::known),
                                Route.post(USERINFO, userInfo::post)),
                        crossOrigin.open(Route.get(JWKS, call -> jwks()).quickly(call -> jwks())),
                        crossOrigin.open(description("/.well-known/openid-configuration")),
                        crossOrigin.open(description("/.well-known/oauth-authorization-server")))
                .flatMap(routes -> routes);
    }

    private Route description(String path) {
        return Route.get(path, call -> discovery).quickly(call -> discovery);
    }

    private List<Route> forOurselves() {
        return List.of(
                Route.get(AUTHORIZE, authorize::get),
                Route.post(AUTHORIZE, authorize::post),
                Route.get(Authorize.CONTINUE, authorize::resume),
                Route.get(LogoutEndpoint.PATH, logout::get),
                Route.post(LogoutEndpoint.PATH, logout::post),
                Route.get(LogoutEndpoint.CONTINUE, logout::resume),
                Route.get(LogoutEndpoint.DONE, logout::done),
                Route.post(INTROSPECT, introspect::post)
                        .quickly(call -> introspect.quickly(call, introspection::known)));
    }

    private Reply jwks() {
        return Reply.of(200, Reply.JSON, keys.get()).with("Cache-Control", REMEMBER);
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        if (isForBrowsers(call)) {
            return errorPage.of(call, errand(call), refusal);
        }
        var said = OidcRefusals.say(refusal);
        var reply = say(said.status(), said.error(), said.text());
        return said.retryAfter() == null ? reply : retryAfter(reply, said.retryAfter());
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        if (isForBrowsers(call)) {
            return errorPage.of(call, errand(call), problem);
        }
        var error = problem.status() < 500 ? "invalid_request" : "server_error";
        return say(problem.status(), error, problem.getMessage());
    }

    private static boolean isForBrowsers(Call call) {
        return FOR_BROWSERS.contains(call.path());
    }

    private static ErrorPage.Errand errand(Call call) {
        return call.path().startsWith(LogoutEndpoint.PATH)
                ? ErrorPage.Errand.SIGN_OUT
                : ErrorPage.Errand.SIGN_IN;
    }

    private static Reply say(int status, String error, String text) {
        return Reply.json(
                status,
                new ErrorObject(error, ErrorObject.removeIllegalChars(text)).toJSONObject());
    }
}
