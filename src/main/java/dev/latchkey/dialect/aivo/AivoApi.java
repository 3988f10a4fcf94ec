package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.session.CheckCredential;
import dev.latchkey.core.session.RefreshSession;
import dev.latchkey.core.session.SignOut;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.dialect.Description;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.time.Clock;
import java.util.List;

/** The three operations of seed 003, and the profile that the same client asks for. */
public final class AivoApi extends SortedApi {
    static final String DOOR = "aivo";

    private final List<Route> routes;

    public AivoApi(
            AivoRoles roles,
            PasswordSignIn passwordSignIn,
            RefreshSession refreshSession,
            SignOut signOut,
            CheckCredential checkCredential,
            Clock clock) {
        var sessions = new SessionCalls(passwordSignIn, refreshSession, signOut, roles, clock);
        var profile = new ProfileCalls(checkCredential, roles);
        routes =
                List.of(
                        Description.route(AivoApi.class),
                        Route.post("/login", sessions::logIn),
                        Route.post("/refresh", sessions::refresh),
                        Route.post("/logout", sessions::logOut),
                        Route.get("/me", profile::show).quickly(profile::showKnown));
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return AivoRefusals.reply(refusal);
    }

    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return problem.fields().isEmpty() ? AivoError.of(problem) : ValidationError.of(problem);
    }
}
