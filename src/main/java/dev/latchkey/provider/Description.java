package dev.latchkey.provider;

import dev.latchkey.config.ProviderConfig.ClientAuth;
import dev.latchkey.config.ProviderConfig.Endpoints;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Map;

/**
 * Where an OpenID provider's parts are, and what it says of itself (OpenID Connect Discovery 1.0,
 * section 3).
 *
 * @param auth how it takes a client's secret
 * @param namesItself whether it puts {@code iss} into every answer (RFC 9207)
 */
record Description(Endpoints endpoints, ClientAuth auth, boolean namesItself) {

    /** Of a provider whose endpoints are configured. */
    static Description of(Endpoints endpoints) {
        return new Description(endpoints, ClientAuth.BASIC, false);
    }

    /** As it was found. Refuses with ProviderFailed when it is another issuer's or not whole. */
    static Description read(String issuer, Map<String, Object> found) {
        if (!issuer.equals(found.get("issuer"))) {
            throw Failed.because("its description is of another issuer: " + found.get("issuer"));
        }
        var endpoints =
                new Endpoints(
                        required(found, "authorization_endpoint"),
                        required(found, "token_endpoint"),
                        required(found, "jwks_uri"),
                        address(found, "userinfo_endpoint"));
        return new Description(
                endpoints,
                auth(found.get("token_endpoint_auth_methods_supported")),
                Boolean.TRUE.equals(found.get("authorization_response_iss_parameter_supported")));
    }

    /** A header, unless the provider lists its ways and only the body is among them. */
    private static ClientAuth auth(@Nullable Object methods) {
        return methods instanceof Collection<?> all
                        && !all.contains("client_secret_basic")
                        && all.contains("client_secret_post")
                ? ClientAuth.POST
                : ClientAuth.BASIC;
    }

    private static URI required(Map<String, Object> found, String name) {
        var address = address(found, name);
        if (address == null) {
            throw Failed.because("its description has no " + name);
        }
        return address;
    }

    private static @Nullable URI address(Map<String, Object> found, String name) {
        if (!(found.get(name) instanceof String text)) {
            return null;
        }
        try {
            return Outside.permitted(new URI(text));
        } catch (URISyntaxException _) {
            throw Failed.because("its " + name + " is no address");
        }
    }
}
