package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.RefreshSession;
import dev.latchkey.core.session.SignOut;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.dialect.Bearer;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

import java.time.Clock;

/** Logging in, refreshing, logging out. */
record SessionCalls(
        PasswordSignIn passwordSignIn,
        RefreshSession refreshSession,
        SignOut signOut,
        AivoRoles roles,
        Clock clock) {

    Reply logIn(Call call) {
        var request = LoginRequest.read(call);
        return switch (passwordSignIn.run(request.command(Origins.of(call, AivoApi.DOOR)))) {
            case SignInEnd.SignedIn(var grant) -> tokens(grant);
            case SignInEnd.SecondFactor(_, var page, _) ->
                    throw new Refused(new Refusal.SecondFactorNeeded(page));
            case SignInEnd.VerifyEmailFirst _ -> AivoRefusals.emailNotVerified();
            case SignInEnd.ChooseOrganization _ ->
                    throw new IllegalStateException(
                            "a sign-in to the organization last used never asks");
        };
    }

    /** The token in the body counts, whatever the head says. */
    Reply refresh(Call call) {
        var body = Bodies.read(call);
        var token = body.text("refreshToken");
        body.check();
        return tokens(
                refreshSession.inOrganization(
                        token, Carrier.ACCESS_TOKEN, Origins.of(call, AivoApi.DOOR)));
    }

    Reply logOut(Call call) {
        signOut.run(Bearer.of(call), null, Origins.of(call, AivoApi.DOOR));
        return Reply.empty(204);
    }

    private Reply tokens(Grant grant) {
        return Reply.json(200, AuthResponse.of(grant, roles, clock.instant()));
    }
}
