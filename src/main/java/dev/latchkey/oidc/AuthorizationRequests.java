package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.Clients;
import dev.latchkey.core.code.IssueCode;
import dev.latchkey.crypto.IdTokens;
import dev.latchkey.http.HttpProblem;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads authorization requests: client and redirect URI first, since nobody else may be told what
 * is wrong with the rest.
 */
final class AuthorizationRequests {
    /** Sealed twice and carried in addresses, it has to fit into a request's header. */
    private static final int LONGEST = 4000;

    private static final Map<String, ErrorObject> NOT_SUPPORTED =
            Map.of(
                    "request", OAuth2Error.REQUEST_NOT_SUPPORTED,
                    "request_uri", OAuth2Error.REQUEST_URI_NOT_SUPPORTED,
                    "registration", OIDCError.REGISTRATION_NOT_SUPPORTED);

    private final Clients clients;
    private final IdTokens idTokens;
    private final Clock clock;

    AuthorizationRequests(Clients clients, IdTokens idTokens, Clock clock) {
        this.clients = clients;
        this.idTokens = idTokens;
        this.clock = clock;
    }

    /**
     * Throws an {@link HttpProblem}, for a page, when client or redirect URI are not known: then
     * nobody is redirected anywhere.
     */
    Reading read(Map<String, List<String>> sent) {
        var parameters = new Parameters(sent);
        var client =
                parameters
                        .only("client_id")
                        .flatMap(clients::find)
                        .orElseThrow(() ->
                                HttpProblem.badRequest(
                                        "unknownClient",
                                        "The application that sent you here is not known to this"
                                                + " server."));
        var redirectUri =
                parameters
                        .only("redirect_uri")
                        .filter(client::allowsRedirect)
                        .orElseThrow(() ->
                                HttpProblem.badRequest(
                                        "unknownRedirect",
                                        "The application that sent you here wants you back at an"
                                                + " address that is not registered for it."));
        try {
            return new Reading.Good(asked(client, redirectUri, parameters));
        } catch (BadRequest bad) {
            return new Reading.Bad(redirectUri, parameters.only("state").orElse(null), bad.error());
        }
    }

    private Asked asked(Client client, String redirectUri, Parameters parameters)
            throws BadRequest {
        refuseUnsupported(parameters);
        var request = parse(parameters);
        var nonce = request.getNonce() == null ? null : request.getNonce().getValue();
        var claims = RequestedClaims.of(request.getOIDCClaims());
        var code =
                new IssueCode.Request(
                        client.id(),
                        redirectUri,
                        Scopes.granted(request.getScope(), client),
                        claims.words(),
                        nonce,
                        Challenges.of(client, parameters));
        var asked = asked(code, request, claims, subject(parameters));
        // The page that asks for consent is told the scopes and claims beside the request.
        if (asked.text().length() + code.scope().length() + code.claims().length() > LONGEST) {
            throw BadRequest.invalid("the request is too long");
        }
        return asked;
    }

    private Asked asked(
            IssueCode.Request code,
            AuthenticationRequest request,
            RequestedClaims claims,
            @Nullable String hinted)
            throws BadRequest {
        if (hinted != null && claims.subject() != null && !hinted.equals(claims.subject())) {
            throw BadRequest.invalid("id_token_hint and claims name different users");
        }
        return new Asked(
                code,
                request.getState() == null ? null : request.getState().getValue(),
                wish(request),
                request.getMaxAge() < 0 ? null : request.getMaxAge(),
                hinted == null ? claims.subject() : hinted,
                claims.essentialAcr(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Asked.Wish wish(AuthenticationRequest request) {
        var prompt = request.getPrompt() == null ? new Prompt() : request.getPrompt();
        return new Asked.Wish(
                prompt.contains(Prompt.Type.NONE),
                prompt.contains(Prompt.Type.LOGIN) || prompt.contains(Prompt.Type.SELECT_ACCOUNT),
                prompt.contains(Prompt.Type.CONSENT));
    }

    private static void refuseUnsupported(Parameters parameters) throws BadRequest {
        for (var unsupported : NOT_SUPPORTED.entrySet()) {
            if (parameters.has(unsupported.getKey())) {
                throw new BadRequest(unsupported.getValue());
            }
        }
        if (!parameters.has("response_type")) {
            throw BadRequest.invalid("response_type is missing");
        }
        if (!parameters.only("response_type").equals(Optional.of("code"))) {
            throw new BadRequest(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
    }

    private static AuthenticationRequest parse(Parameters parameters) throws BadRequest {
        try {
            var request = AuthenticationRequest.parse(parameters.all());
            if (request.getResponseMode() != null
                    && !request.getResponseMode().equals(ResponseMode.QUERY)) {
                throw BadRequest.invalid("response_mode can only be query");
            }
            if (parameters.has("max_age") && request.getMaxAge() < 0) {
                throw BadRequest.invalid("max_age has to be a number of seconds");
            }
            return request;
        } catch (ParseException e) {
            throw BadRequest.invalid(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException _) {
            throw BadRequest.invalid("a parameter cannot be understood");
        }
    }

    private @Nullable String subject(Parameters parameters) throws BadRequest {
        var hint = parameters.only("id_token_hint").orElse(null);
        if (hint == null) {
            return null;
        }
        return idTokens.open(hint)
                .map(claims -> String.valueOf(claims.get("sub")))
                .orElseThrow(
                        () -> BadRequest.invalid("id_token_hint is no ID token of this server"));
    }
}
