package dev.latchkey.oidc;

import dev.latchkey.core.client.Client;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

/**
 * An endpoint that clients come to by themselves, with a form: no parameter is sent twice (RFC
 * 6749, section 3.2), and the client says who it is before anything else is looked at.
 */
final class ClientEndpoint {

    /** What one endpoint does. */
    @FunctionalInterface
    interface Answering {
        Reply answer(Call call, Client client, Parameters parameters) throws BadRequest;
    }

    private final ClientAuthentication authentication;
    private final Answering answering;

    ClientEndpoint(ClientAuthentication authentication, Answering answering) {
        this.authentication = authentication;
        this.answering = answering;
    }

    Reply post(Call call) {
        try {
            var parameters = new Parameters(call.form().fields());
            parameters.refuseTwice();
            return answering.answer(call, authentication.require(call, parameters), parameters);
        } catch (BadRequest bad) {
            return refusal(call, bad);
        }
    }

    /** RFC 6749, section 5.2: a client that tried the header is told what it should have been. */
    private static Reply refusal(Call call, BadRequest bad) {
        var error = bad.error();
        var unknown = error.getCode().equals("invalid_client");
        var reply = Reply.json(unknown ? 401 : 400, error.toJSONObject());
        return unknown && call.header("Authorization") != null
                ? reply.with("WWW-Authenticate", "Basic realm=\"clients\"")
                : reply;
    }
}
