package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.GrantType;
import dev.latchkey.core.code.ClientTokens;
import dev.latchkey.core.code.ExchangeClientCode;
import dev.latchkey.core.code.GrantToClient;
import dev.latchkey.core.code.RefreshClientTokens;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The token endpoint (RFC 6749, section 3.2): codes, refresh tokens, and clients that act for
 * themselves. Nothing else is ever exchanged here; passwords least of all.
 */
final class TokenEndpoint {
    private final ExchangeClientCode exchangeCode;
    private final RefreshClientTokens refresh;
    private final GrantToClient grantToClient;
    private final IdTokenWriter idTokens;
    private final Clock clock;

    TokenEndpoint(
            ExchangeClientCode exchangeCode,
            RefreshClientTokens refresh,
            GrantToClient grantToClient,
            IdTokenWriter idTokens,
            Clock clock) {
        this.exchangeCode = exchangeCode;
        this.refresh = refresh;
        this.grantToClient = grantToClient;
        this.idTokens = idTokens;
        this.clock = clock;
    }

    /** Refuses with CodeInvalid and RefreshTokenInvalid. */
    Reply answer(Call call, Client client, Parameters parameters) throws BadRequest {
        var wanted = parameters.required("grant_type");
        var grant =
                GrantType.of(wanted)
                        .orElseThrow(() -> new BadRequest(OAuth2Error.UNSUPPORTED_GRANT_TYPE));
        if (!client.mayUse(grant)) {
            throw new BadRequest(OAuth2Error.UNAUTHORIZED_CLIENT);
        }
        try {
            return switch (grant) {
                case AUTHORIZATION_CODE -> code(call, client, parameters);
                case REFRESH_TOKEN -> refresh(call, client, parameters);
                case CLIENT_CREDENTIALS ->
                        told(
                                client,
                                grantToClient.run(client, parameters.only("scope").orElse(null)));
            };
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.InvalidInput) {
                throw new BadRequest(OAuth2Error.INVALID_SCOPE);
            }
            throw refused;
        }
    }

    private Reply code(Call call, Client client, Parameters parameters) throws BadRequest {
        var command =
                new ExchangeClientCode.Command(
                        client,
                        parameters.required("code"),
                        parameters.required("redirect_uri"),
                        parameters.only("code_verifier").orElse(null),
                        Origins.of(call, OidcApi.DOOR));
        return told(client, exchangeCode.run(command));
    }

    private Reply refresh(Call call, Client client, Parameters parameters) throws BadRequest {
        return told(
                client,
                refresh.run(
                        client,
                        parameters.required("refresh_token"),
                        parameters.only("scope").orElse(null),
                        Origins.of(call, OidcApi.DOOR)));
    }

    /** Never to be kept on the way: the http room says no-store of everything. */
    private Reply told(Client client, ClientTokens tokens) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.accessToken());
        body.put("token_type", "Bearer");
        var left = Duration.between(clock.instant(), tokens.expiresAt()).toSeconds();
        body.put("expires_in", Math.max(1, left));
        if (!tokens.scope().isEmpty()) {
            body.put("scope", tokens.scope());
        }
        var refreshToken = tokens.refreshToken();
        if (refreshToken != null) {
            body.put("refresh_token", refreshToken.text());
        }
        if (tokens.user() != null && Scopes.of(tokens.scope()).contains(Scopes.OPENID)) {
            body.put("id_token", idTokens.write(tokens, client));
        }
        return Reply.json(200, body);
    }
}
