package dev.latchkey.oidc;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.Clients;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.crypto.IdTokens;
import dev.latchkey.http.HttpProblem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Reads requests to sign out. Whatever does not fit is told on a page, and leads nowhere. */
record LogoutRequests(Clients clients, IdTokens idTokens, String issuer) {
    private static final int LONGEST = 2000;

    /** What a hint says. */
    private record Hint(String clientId, @Nullable String sessionId) {}

    LogoutAsked read(Map<String, List<String>> sent) {
        var parameters = new Parameters(sent);
        var hint = hint(parameters);
        var named = parameters.only("client_id").orElse(null);
        if (hint != null && named != null && !named.equals(hint.clientId())) {
            throw HttpProblem.badRequest(
                    "otherClient",
                    "The application that sent you here is not the one you signed in to.");
        }
        if (hint == null) {
            return new LogoutAsked(null, null);
        }
        return new LogoutAsked(hint.sessionId(), target(hint, parameters));
    }

    private @Nullable Hint hint(Parameters parameters) {
        if (!parameters.has("id_token_hint")) {
            return null;
        }
        return parameters
                .only("id_token_hint")
                .flatMap(idTokens::open)
                .filter(claims -> issuer.equals(claims.get("iss")))
                .map(claims ->
                        new Hint(
                                String.valueOf(claims.get("aud")),
                                claims.get("sid") instanceof String sid ? sid : null))
                .orElseThrow(() ->
                        HttpProblem.badRequest(
                                "badHint",
                                "The application that sent you here does not say rightly who you"
                                        + " are. You are not signed out."));
    }

    private @Nullable String target(Hint hint, Parameters parameters) {
        if (!parameters.has("post_logout_redirect_uri")) {
            return null;
        }
        var state = parameters.only("state").orElse(null);
        return parameters
                .only("post_logout_redirect_uri")
                .filter(uri -> isRegistered(clients.find(hint.clientId()).orElse(null), uri))
                .filter(_ -> state == null || state.length() <= LONGEST)
                .map(uri -> LogoutEndpoint.with(uri, state))
                .orElseThrow(() ->
                        HttpProblem.badRequest(
                                "unknownLogoutRedirect",
                                "The application that sent you here wants you back at an address"
                                        + " that is not registered for it. You are not signed"
                                        + " out."));
    }

    private static boolean isRegistered(@Nullable Client client, String uri) {
        return switch (client) {
            case null -> false;
            case FirstPartyClient _ -> false;
            case RegisteredClient registered -> registered.allowsPostLogout(uri);
        };
    }
}
