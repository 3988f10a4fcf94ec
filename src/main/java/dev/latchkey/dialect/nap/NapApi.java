package dev.latchkey.dialect.nap;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.account.SignUp;
import dev.latchkey.core.session.RefreshSession;
import dev.latchkey.core.session.SignOut;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.ProveFactor;
import dev.latchkey.core.verification.SendVerification;
import dev.latchkey.core.verification.VerifyEmail;
import dev.latchkey.dialect.Description;
import dev.latchkey.door.SortedApi;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;
import dev.latchkey.http.Route;

import java.util.List;
import java.util.stream.Stream;

/**
 * The seven operations of seed 004, and two more that prove a second factor in a login flow and
 * finish it.
 */
public final class NapApi extends SortedApi {
    static final String DOOR = "nap";

    private final ApiKeyGate gate;
    private final List<Route> routes;

    public NapApi(
            NapSettings settings,
            SignUp signUp,
            PasswordSignIn passwordSignIn,
            ProveFactor proveFactor,
            ChooseOrganization chooseOrganization,
            RefreshSession refreshSession,
            SignOut signOut,
            SendVerification sendVerification,
            VerifyEmail verifyEmail) {
        var accounts =
                new AccountCalls(
                        signUp, sendVerification, verifyEmail, settings.verifyEmailAlwaysOk());
        var login = new LoginCalls(passwordSignIn, proveFactor, chooseOrganization);
        var tokens = new TokenCalls(refreshSession, signOut);
        gate = new ApiKeyGate(settings.apiKeys());
        routes =
                Stream.of(
                                Description.route(NapApi.class),
                                Route.post("/api/auth/signup", accounts::signUp),
                                Route.post("/api/auth/verify-email/send", accounts::sendMail),
                                Route.post("/api/auth/verify-email/verify", accounts::verify),
                                Route.post("/api/auth/login", login::logIn),
                                Route.get("/api/auth/flow/{flowId}", login::showFlow),
                                Route.post("/api/auth/flow/{flowId}/factor", login::proveFactor),
                                Route.post(
                                        "/api/auth/flow/{flowId}/organization", login::finishFlow),
                                Route.post("/api/auth/refresh", tokens::refresh),
                                Route.post("/api/auth/logout", tokens::logOut))
                        .map(gate::guard)
                        .toList();
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    protected Reply refused(Call call, Refusal refusal) {
        return NapRefusals.reply(refusal);
    }

    /** What no route answers is behind the gate as well. */
    @Override
    protected Reply problem(Call call, HttpProblem problem) {
        return gate.admits(call)
                ? ErrorResponse.of(problem)
                : refused(call, new Refusal.ClientKeyInvalid());
    }
}
