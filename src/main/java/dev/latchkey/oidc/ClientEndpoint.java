package dev.latchkey.oidc;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

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

    /** What one endpoint can say from memory; null when it cannot. */
    @FunctionalInterface
    interface Knowing {
        @Nullable Reply known(RegisteredClient client, Parameters parameters);
    }

    /** A form that is longer than any good one is not read on the event loop. */
    private static final int QUICK_BYTES = 16_384;

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

    /** Null leaves it to {@link #post}, which has the words for whatever is wrong. Never waits. */
    @Nullable Reply quickly(Call call, Knowing knowing) {
        if (call.body().length > QUICK_BYTES) {
            return null;
        }
        try {
            var parameters = new Parameters(call.form().fields());
            parameters.refuseTwice();
            var client = authentication.known(call, parameters);
            return client == null ? null : knowing.known(client, parameters);
        } catch (BadRequest | HttpProblem _) {
            return null;
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
