package dev.latchkey.dialect.nap;

import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.dialect.Fields;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

/** Logging in, at once or by way of a flow in which the user chooses an organization. */
record LoginCalls(PasswordSignIn passwordSignIn, ChooseOrganization chooseOrganization) {

    Reply logIn(Call call) {
        var data = UserLoginData.read(call.json());
        return switch (passwordSignIn.run(data.command(Origins.of(call, NapApi.DOOR)))) {
            case SignInEnd.SignedIn(var grant) -> Reply.json(200, UserLoginResult.loggedIn(grant));
            case SignInEnd.ChooseOrganization(var flow) ->
                    Reply.json(200, UserLoginResult.choose(flow));
            case SignInEnd.VerifyEmailFirst _ ->
                    Reply.json(403, UserLoginResult.verifyEmailFirst());
        };
    }

    Reply showFlow(Call call) {
        var flowId = call.param("flowId");
        return Reply.json(200, UserFlowData.of(flowId, chooseOrganization.show(flowId)));
    }

    Reply finishFlow(Call call) {
        var body = call.json();
        var organization = new OrgId(Fields.uuid(body, "orgId"));
        body.check();
        var grant =
                chooseOrganization.run(
                        call.param("flowId"),
                        organization,
                        Carrier.SESSION_TOKEN,
                        Origins.of(call, NapApi.DOOR));
        return Reply.json(200, UserLoginResult.loggedIn(grant));
    }
}
