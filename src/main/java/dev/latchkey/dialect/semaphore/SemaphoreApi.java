package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.core.federation.BuiltInProvider;
import dev.latchkey.dialect.Description;
import dev.latchkey.door.BrowserSignIn;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.net.URI;
import java.util.List;

/** Semaphore UI's AuthenticationApi (seed 002). */
public final class SemaphoreApi extends SortedApi {
    /** Its name in settings and audit events, and its client id at our own provider. */
    public static final String DOOR = "semaphore";

    /** The name of the cookie that carries a session. */
    public static final String COOKIE = "semaphore";

    private final Login login;
    private final OidcSignIn oidc;
    private final Tokens tokens;

    public SemaphoreApi(Login login, OidcSignIn oidc, Tokens tokens) {
        this.login = login;
        this.oidc = oidc;
        this.tokens = tokens;
    }

    /** This API at our own provider. */
    public static FirstPartyClient client(List<URI> bases) {
        var callbacks = BrowserSignIn.callbacks(bases, OidcSignIn.callbackPath(BuiltInProvider.ID));
        return new FirstPartyClient(DOOR, "Semaphore", true, callbacks::contains);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/auth/login", login::metadata),
                Route.post("/auth/login", login::login),
                Route.post("/auth/logout", login::logout),
                Route.get("/auth/oidc/{provider_id}/login", oidc::begin),
                Route.get("/auth/oidc/{provider_id}/redirect", oidc::complete),
                Route.get("/user/tokens", tokens::list).quickly(tokens::knownList),
                Route.post("/user/tokens", tokens::create),
                Route.delete("/user/tokens/{api_token_id}", tokens::expire),
                Description.route(SemaphoreApi.class));
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return Refusals.answer(refusal);
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return Refusals.says(problem.status(), String.valueOf(problem.getMessage()));
    }
}
