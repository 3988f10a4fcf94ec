package dev.latchkey.dialect.nap;

import dev.latchkey.core.factor.FactorProof;
import dev.latchkey.core.org.OrgId;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.signin.ProveFactor;
import dev.latchkey.core.signin.SignInEnd;
import dev.latchkey.core.signin.Wish;
import dev.latchkey.dialect.Fields;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

/** Logging in, at once or by way of a flow in which the user chooses an organization. */
record LoginCalls(
        PasswordSignIn passwordSignIn,
        ProveFactor proveFactor,
        ChooseOrganization chooseOrganization) {

    Reply logIn(Call call) {
        var data = UserLoginData.read(call.json());
        return shape(passwordSignIn.run(data.command(Origins.of(call, NapApi.DOOR))));
    }

    private static Reply shape(SignInEnd end) {
        return switch (end) {
            case SignInEnd.SignedIn(var grant) -> Reply.json(200, UserLoginResult.loggedIn(grant));
            case SignInEnd.ChooseOrganization(var flow) ->
                    Reply.json(200, UserLoginResult.choose(flow));
            case SignInEnd.SecondFactor(var flow, var page, var enrolment) ->
                    Reply.json(200, UserLoginResult.secondFactor(flow, page, enrolment));
            case SignInEnd.VerifyEmailFirst _ ->
                    Reply.json(403, UserLoginResult.verifyEmailFirst());
        };
    }

    Reply showFlow(Call call) {
        var flowId = call.param("flowId");
        return Reply.json(200, UserFlowData.of(flowId, chooseOrganization.show(flowId)));
    }

    /** One of the authenticator app's codes, or a recovery code. */
    Reply proveFactor(Call call) {
        var body = call.json();
        var code = body.text("code");
        body.check();
        var wish =
                new Wish(
                        OrganizationChoice.ASK,
                        Carrier.SESSION_TOKEN,
                        null,
                        Origins.of(call, NapApi.DOOR));
        return shape(proveFactor.run(call.param("flowId"), new FactorProof.Code(code), wish));
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
