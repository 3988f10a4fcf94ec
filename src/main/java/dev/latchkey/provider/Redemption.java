package dev.latchkey.provider;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

import dev.latchkey.config.ProviderConfig;
import dev.latchkey.config.ProviderConfig.ClientAuth;
import dev.latchkey.core.federation.Provider;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Map;

/** A code for tokens (RFC 6749, section 4.1.3), with the verifier that goes with it. */
record Redemption(ProviderConfig.Client client, Outside outside) {

    /**
     * @param idToken null where the server speaks plain OAuth 2
     */
    record Tokens(String accessToken, @Nullable String idToken) {}

    /**
     * @param usual how the secret is sent when nothing is configured
     */
    Tokens run(URI endpoint, Provider.Answer answer, ClientAuth usual) {
        var request = request(endpoint, answer, usual).toHTTPRequest();
        var said = outside.postForm(endpoint, authorization(request), request.getBody());
        // What is wrong is said with status 400 or 401 (RFC 6749, section 5.2); some say it with
        // 200.
        if (said.status() != 400 && said.status() != 401) {
            Outside.good(endpoint, said);
        }
        var fields = Outside.object(endpoint, said.body());
        if (fields.get("error") instanceof String error) {
            throw Failed.because("it did not take the code: " + error);
        }
        Outside.good(endpoint, said);
        if (!(fields.get("access_token") instanceof String accessToken) || accessToken.isEmpty()) {
            throw Failed.because("it gave no access token");
        }
        return new Tokens(
                accessToken, fields.get("id_token") instanceof String idToken ? idToken : null);
    }

    private TokenRequest request(URI endpoint, Provider.Answer answer, ClientAuth usual) {
        var grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(answer.code()),
                        URI.create(answer.redirectUri()),
                        new CodeVerifier(answer.verifier()));
        var id = new ClientID(client.id());
        var secret = client.secret();
        return secret == null
                ? new TokenRequest.Builder(endpoint, id, grant).build()
                : new TokenRequest.Builder(
                                endpoint, authentication(id, secret.value(), usual), grant)
                        .build();
    }

    private ClientAuthentication authentication(ClientID id, String secret, ClientAuth usual) {
        return switch (client.auth() == null ? usual : client.auth()) {
            case BASIC -> new ClientSecretBasic(id, new Secret(secret));
            case POST -> new ClientSecretPost(id, new Secret(secret));
        };
    }

    private static Map<String, String> authorization(HTTPRequest request) {
        var value = request.getAuthorization();
        return value == null ? Map.of() : Map.of("Authorization", value);
    }
}
