package dev.latchkey.provider;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;

import dev.latchkey.config.ProviderConfig;
import dev.latchkey.core.federation.Provider;

import java.net.URI;

/** The authorization request (RFC 6749, section 4.1.1), with PKCE (RFC 7636). */
final class Question {
    private Question() {}

    static AuthorizationRequest.Builder of(
            ProviderConfig.Client client, URI endpoint, Provider.Question question) {
        var builder =
                new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.id()))
                        .endpointURI(endpoint)
                        .redirectionURI(URI.create(question.redirectUri()))
                        .state(new State(question.state()))
                        .customParameter("code_challenge", question.challenge())
                        .customParameter("code_challenge_method", "S256");
        return client.scopes().isEmpty()
                ? builder
                : builder.scope(new Scope(client.scopes().toArray(String[]::new)));
    }
}
