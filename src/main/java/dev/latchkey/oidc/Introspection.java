package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.FirstPartyClient;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.core.code.CheckClientToken;
import dev.latchkey.core.code.KnownToken;
import dev.latchkey.http.Call;
import dev.latchkey.http.Json;
import dev.latchkey.http.Reply;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a token is worth right now (RFC 7662): told to the client it was given to, and to resource
 * servers. To everybody else, and of everything else, no more than that it is worth nothing.
 */
final class Introspection {
    private static final String ANSWER = "oidc introspection";

    private final CheckClientToken check;
    private final String issuer;

    Introspection(CheckClientToken check, String issuer) {
        this.check = check;
        this.issuer = issuer;
    }

    Reply answer(Call call, Client client, Parameters parameters) throws BadRequest {
        var asker =
                switch (client) {
                    case RegisteredClient registered when !registered.isPublic() -> registered;
                    case RegisteredClient _, FirstPartyClient _ ->
                            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
                };
        return check.any(parameters.required("token"))
                .filter(good -> mayBeTold(good, asker))
                .map(this::told)
                .orElseGet(() -> Reply.json(200, Map.of("active", false)));
    }

    /** The same from memory, or null. Never waits. */
    @Nullable Reply known(RegisteredClient asker, Parameters parameters) {
        var token = parameters.only("token").orElse(null);
        var good = token == null ? null : check.known(token);
        return good != null && mayBeTold(good, asker) ? told(good) : null;
    }

    private static boolean mayBeTold(KnownToken good, RegisteredClient asker) {
        return asker.settings().resourceServer() || good.grant().clientId().equals(asker.id());
    }

    private Reply told(KnownToken good) {
        return Reply.of(200, Reply.JSON, good.answer(ANSWER, this::render));
    }

    private byte[] render(KnownToken good) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("active", true);
        body.put("iss", issuer);
        body.put("client_id", good.grant().clientId());
        body.put("scope", good.scope());
        body.put("exp", good.expiresAt().getEpochSecond());
        var user = good.user();
        body.put("sub", user == null ? good.grant().clientId() : user.id().toString());
        if (user != null) {
            body.put("username", PersonClaims.userName(user));
        }
        var access = good.access();
        if (access != null) {
            body.put("token_type", "Bearer");
            body.put("iat", access.issuedAt().getEpochSecond());
            body.put("aud", access.audience());
            body.put("jti", access.tokenId());
        }
        return Json.bytes(body);
    }
}
