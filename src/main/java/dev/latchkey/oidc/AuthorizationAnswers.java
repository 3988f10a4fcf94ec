package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;

import dev.latchkey.core.token.Secret;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Sends a browser back to its client, always with {@code iss} (RFC 9207), so that no other server's
 * answer passes for ours.
 */
final class AuthorizationAnswers {
    private final Issuer issuer;

    AuthorizationAnswers(URI issuer) {
        this.issuer = new Issuer(issuer);
    }

    Reply code(Asked asked, Secret code) {
        return redirect(
                new AuthorizationSuccessResponse(
                        URI.create(asked.code().redirectUri()),
                        new AuthorizationCode(code.text()),
                        null,
                        state(asked.state()),
                        issuer,
                        ResponseMode.QUERY));
    }

    Reply error(String redirectUri, @Nullable String state, ErrorObject error) {
        return redirect(
                new AuthorizationErrorResponse(
                        URI.create(redirectUri), error, state(state), issuer, ResponseMode.QUERY));
    }

    private static @Nullable State state(@Nullable String state) {
        return state == null ? null : new State(state);
    }

    private static Reply redirect(AuthorizationResponse answer) {
        return Reply.redirect(303, answer.toURI().toASCIIString());
    }
}
