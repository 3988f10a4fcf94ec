package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import dev.latchkey.core.client.AuthenticateClient;
import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.Presented;
import dev.latchkey.core.client.RegisteredClient;
import dev.latchkey.http.Call;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who a client says it is, in exactly one way (RFC 6749, section 2.3; OpenID Connect Core
 * 1.0, section 9).
 */
final class ClientAuthentication {
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String BASIC = "basic ";

    private final AuthenticateClient authenticate;
    private final String issuer;

    ClientAuthentication(AuthenticateClient authenticate, String issuer) {
        this.authenticate = authenticate;
        this.issuer = issuer;
    }

    /** The client that proved who it is; a public one by its name alone. */
    Client require(Call call, Parameters parameters) throws BadRequest {
        return authenticate
                .run(read(call, parameters))
                .orElseThrow(() -> new BadRequest(OAuth2Error.INVALID_CLIENT));
    }

    /** One with a secret that is known already; null for all others. Never waits. */
    @Nullable RegisteredClient known(Call call, Parameters parameters) throws BadRequest {
        return read(call, parameters) instanceof Presented.WithSecret secret
                ? authenticate.known(secret)
                : null;
    }

    private Presented read(Call call, Parameters parameters) throws BadRequest {
        var headers = call.headers("Authorization");
        var id = parameters.only("client_id").orElse(null);
        var secret = parameters.only("client_secret");
        var assertion = parameters.only("client_assertion");
        if (headers.size() + (secret.isPresent() ? 1 : 0) + (assertion.isPresent() ? 1 : 0) > 1) {
            throw BadRequest.invalid("a client proves who it is in one way at a time");
        }
        if (!headers.isEmpty()) {
            return basic(headers.getFirst(), id);
        }
        if (assertion.isPresent()) {
            return assertion(call, parameters, id, assertion.get());
        }
        if (id == null) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
        return secret.<Presented>map(text -> new Presented.WithSecret(id, text))
                .orElseGet(() -> new Presented.NameOnly(id));
    }

    private Presented assertion(
            Call call, Parameters parameters, @Nullable String id, String assertion)
            throws BadRequest {
        if (!parameters.only("client_assertion_type").equals(Optional.of(ASSERTION_TYPE))) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
        var audiences = Set.copyOf(List.of(issuer, issuer + OidcApi.TOKEN, issuer + call.path()));
        return new Presented.WithAssertion(id, assertion, audiences);
    }

    /** Both halves are form-encoded before they are joined (RFC 6749, section 2.3.1). */
    private static Presented basic(String header, @Nullable String id) throws BadRequest {
        var text = decoded(header);
        var colon = text.indexOf(':');
        if (colon < 1) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
        try {
            var name = URLDecoder.decode(text.substring(0, colon), StandardCharsets.UTF_8);
            if (id != null && !id.equals(name)) {
                throw BadRequest.invalid("client_id is not the client of the header");
            }
            return new Presented.WithSecret(
                    name, URLDecoder.decode(text.substring(colon + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
    }

    private static String decoded(String header) throws BadRequest {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
        try {
            var bytes = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw new BadRequest(OAuth2Error.INVALID_CLIENT);
        }
    }
}
