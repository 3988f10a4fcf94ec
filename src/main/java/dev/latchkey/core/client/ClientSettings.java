package dev.latchkey.core.client;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What is registered about a client, its secret aside.
 *
 * @param name as people know it
 * @param jwks its public keys (RFC 7517), for {@code private_key_jwt}; else null
 * @param redirectUris compared exactly; a loopback one of a public client with any port (RFC 8252)
 * @param postLogoutUris where a browser may go after it signed out
 * @param backChannelLogoutUri whom to tell that a session ended, or null
 * @param audience the client's own API, for which its access tokens are meant besides user-info; or
 *     null
 * @param scopes of its own API
 * @param trusted nobody is asked for consent
 * @param resourceServer may ask what any client's token is worth (RFC 7662)
 */
public record ClientSettings(
        String name,
        ClientProof proof,
        @Nullable String jwks,
        IdTokenAlgorithm idTokenAlgorithm,
        List<String> redirectUris,
        List<String> postLogoutUris,
        @Nullable String backChannelLogoutUri,
        Set<GrantType> grants,
        @Nullable String audience,
        Set<String> scopes,
        boolean trusted,
        boolean resourceServer) {

    public ClientSettings {
        redirectUris = List.copyOf(redirectUris);
        postLogoutUris = List.copyOf(postLogoutUris);
        grants = Set.copyOf(grants);
        scopes = Set.copyOf(scopes);
    }
}
