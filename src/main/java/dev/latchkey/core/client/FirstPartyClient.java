package dev.latchkey.core.client;

import java.util.Set;

/**
 * A door of this server that sends browsers to our own sign-in page.
 *
 * @param needsPkce whether codes need a verifier
 * @param redirects decides which redirect URIs are its own, by exact comparison
 */
public record FirstPartyClient(String id, String name, boolean needsPkce, RedirectRule redirects)
        implements Client {

    /** Decides whether a redirect URI is one of the client's own. */
    @FunctionalInterface
    public interface RedirectRule {
        boolean allows(String redirectUri);
    }

    @Override
    public boolean allowsRedirect(String uri) {
        return redirects.allows(uri);
    }

    @Override
    public boolean trusted() {
        return true;
    }

    @Override
    public boolean mayUse(GrantType grant) {
        return grant == GrantType.AUTHORIZATION_CODE;
    }

    @Override
    public IdTokenAlgorithm idTokenAlgorithm() {
        return IdTokenAlgorithm.RS256;
    }

    @Override
    public Set<String> ownScopes() {
        return Set.of();
    }
}
