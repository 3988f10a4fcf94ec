package dev.latchkey.dialect.semaphore;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.federation.Providers;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Checked;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

/** Signing in with a password, and out again. */
public final class Login {
    private final PasswordSignIn signIn;
    private final EndSession endSession;
    private final Callers callers;
    private final Providers providers;

    public Login(
            PasswordSignIn signIn, EndSession endSession, Callers callers, Providers providers) {
        this.signIn = signIn;
        this.endSession = endSession;
        this.callers = callers;
        this.providers = providers;
    }

    Reply metadata(Call call) {
        return Reply.json(200, LoginMetadata.of(providers));
    }

    Reply login(Call call) {
        var body = call.json();
        var auth = body.text("auth");
        var password = body.text("password");
        body.check();
        var end =
                signIn.run(
                        new PasswordSignIn.Command(
                                auth,
                                password,
                                OrganizationChoice.OPTIONAL,
                                Carrier.COOKIE,
                                null,
                                Origins.of(call, SemaphoreApi.DOOR)));
        return shape(end);
    }

    private Reply shape(SignInEnd end) {
        return switch (end) {
            case SignInEnd.SignedIn(var grant) -> Reply.empty(204).with(callers.cookie().of(grant));
            case SignInEnd.SecondFactor(_, var page, _) ->
                    throw new Refused(new Refusal.SecondFactorNeeded(page));
            case SignInEnd.VerifyEmailFirst _ ->
                    Refusals.says(403, "Verify your email address first.");
            case SignInEnd.ChooseOrganization _ ->
                    throw new IllegalStateException("this API asks nobody for an organization");
        };
    }

    /**
     * Never refused for want of a good credential. Sessions end on the server too; an API token
     * stays valid.
     */
    Reply logout(Call call) {
        callers.refuseCrossSite(call);
        for (Checked checked : callers.all(call)) {
            var session = checked.session();
            if (session != null) {
                endSession.run(session.id(), Origins.of(call, SemaphoreApi.DOOR));
            }
        }
        return Reply.empty(204).with(callers.cookie().cleared());
    }
}
