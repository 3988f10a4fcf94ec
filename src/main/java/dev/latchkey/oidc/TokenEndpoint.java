package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

import dev.latchkey.core.code.Client;
import dev.latchkey.core.code.Clients;
import dev.latchkey.core.code.RedeemCode;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.session.Grants;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * The token endpoint: a code, with its verifier, against an access token and an ID token (RFC 6749,
 * section 4.1.3).
 */
final class TokenEndpoint {
    private final Clients clients;
    private final RedeemCode redeemCode;
    private final Grants grants;
    private final IdTokenWriter idTokens;
    private final URI self;
    private final Clock clock;

    TokenEndpoint(
            Clients clients,
            RedeemCode redeemCode,
            Grants grants,
            IdTokenWriter idTokens,
            URI self,
            Clock clock) {
        this.clients = clients;
        this.redeemCode = redeemCode;
        this.grants = grants;
        this.idTokens = idTokens;
        this.self = self;
        this.clock = clock;
    }

    /** Refuses with CodeInvalid. A client that fails to say who it is does not use the code up. */
    Reply post(Call call) {
        try {
            var request = parse(call);
            var client = client(request);
            return switch (request.getAuthorizationGrant()) {
                case AuthorizationCodeGrant given -> exchange(call, client, given);
                default -> throw new BadRequest(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
            };
        } catch (BadRequest bad) {
            var reply = Messages.reply(new TokenErrorResponse(bad.error()).toHTTPResponse());
            // RFC 6749, section 5.2: a client that tried this header is told what it should have
            // been.
            return reply.status() == 401 && call.header("Authorization") != null
                    ? reply.with("WWW-Authenticate", "Basic realm=\"clients\"")
                    : reply;
        }
    }

    private TokenRequest parse(Call call) throws BadRequest {
        try {
            return TokenRequest.parse(Messages.request(call, self));
        } catch (ParseException e) {
            throw e.getErrorObject() == null
                    ? BadRequest.invalid(String.valueOf(e.getMessage()))
                    : new BadRequest(e.getErrorObject());
        } catch (IllegalArgumentException _) {
            throw BadRequest.invalid("a parameter cannot be understood");
        }
    }

    /**
     * Every client is public as yet: one that authenticates is none of ours, and PKCE speaks for
     * the others.
     */
    private Client client(TokenRequest request) throws BadRequest {
        if (request.getClientAuthentication() != null || request.getClientID() == null) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
        return clients.find(request.getClientID().getValue())
                .filter(Client::publicClient)
                .orElseThrow(() -> new BadRequest(OAuth2Error.INVALID_CLIENT));
    }

    private Reply exchange(Call call, Client client, AuthorizationCodeGrant given)
            throws BadRequest {
        if (given.getRedirectionURI() == null) {
            throw BadRequest.invalid("redirect_uri is missing");
        }
        var redeemed =
                redeemCode.run(
                        client.id(),
                        given.getAuthorizationCode().getValue(),
                        given.getRedirectionURI().toString(),
                        given.getCodeVerifier() == null ? null : given.getCodeVerifier().getValue(),
                        Origins.of(call, OidcApi.DOOR));
        var grant = grants.carry(redeemed.session(), redeemed.user(), Carrier.ACCESS_TOKEN);
        var tokens =
                new OIDCTokens(
                        idTokens.write(redeemed.code(), grant),
                        accessToken(grant, redeemed.code().scope()),
                        null);
        return Messages.reply(new OIDCTokenResponse(tokens).toHTTPResponse());
    }

    private BearerAccessToken accessToken(Grant grant, String scope) {
        var left = Duration.between(clock.instant(), grant.credentialExpiresAt()).toSeconds();
        return new BearerAccessToken(grant.credential(), Math.max(1, left), Scope.parse(scope));
    }
}
